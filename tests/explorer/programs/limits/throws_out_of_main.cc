// expect: crash
// An exception that nobody catches, in main itself.
#include <stdexcept>

int main() { throw std::runtime_error("nobody catches this"); }
