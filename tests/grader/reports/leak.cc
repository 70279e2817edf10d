// Memory that nothing points to at the end: two objects, one leaked through the other.
struct Node {
  Node* next = nullptr;
};

[[gnu::noinline]] void Leak() {
  Node* volatile node = new Node;
  node->next = new Node;
  node = nullptr;
}

[[gnu::noinline]] void OverwriteStack() {
  volatile char dead[4096];
  for (volatile char& byte : dead) byte = 0;
}

int main() {
  Leak();
  OverwriteStack();
  return 0;
}
