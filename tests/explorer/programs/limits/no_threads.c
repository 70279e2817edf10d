// expect: pass
// A program with one thread has one schedule.
int main(void) { return 0; }
