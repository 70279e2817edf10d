// expect: pass
// Two producers and a consumer over a list under one mutex; every node is freed once.
#include <pthread.h>
#include <stdlib.h>

struct Node {
  struct Node* next;
  int value;
};

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t not_empty = PTHREAD_COND_INITIALIZER;
static struct Node* head;

static void* Produce(void* value) {
  struct Node* node = malloc(sizeof *node);
  if (node == NULL) abort();
  node->value = *(int*)value;
  pthread_mutex_lock(&mutex);
  node->next = head;
  head = node;
  pthread_cond_signal(&not_empty);
  pthread_mutex_unlock(&mutex);
  return NULL;
}

int main(void) {
  pthread_t threads[2];
  int values[2] = {1, 2};
  int sum = 0;
  for (int i = 0; i < 2; ++i) pthread_create(&threads[i], NULL, Produce, &values[i]);
  for (int i = 0; i < 2; ++i) {
    pthread_mutex_lock(&mutex);
    while (head == NULL) pthread_cond_wait(&not_empty, &mutex);
    struct Node* node = head;
    head = node->next;
    pthread_mutex_unlock(&mutex);
    sum += node->value;
    free(node);
  }
  for (int i = 0; i < 2; ++i) pthread_join(threads[i], NULL);
  return sum == 3 ? 0 : 1;
}
