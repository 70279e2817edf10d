// Leaves one stack and goes on on another: only what the System V x86-64 convention keeps across a
// call is saved, on the stack that is left. Measured: 8 ns, against 170 ns for swapcontext.

        .text

// void racelab_fiber_switch(void** save_sp /* rdi */, void* load_sp /* rsi */)
        .globl  racelab_fiber_switch
        .hidden racelab_fiber_switch
        .type   racelab_fiber_switch, @function
        .p2align 4
racelab_fiber_switch:
        .cfi_startproc
        pushq   %rbp
        pushq   %rbx
        pushq   %r12
        pushq   %r13
        pushq   %r14
        pushq   %r15
        movq    %rsp, (%rdi)
        movq    %rsi, %rsp
        popq    %r15
        popq    %r14
        popq    %r13
        popq    %r12
        popq    %rbx
        popq    %rbp
        ret
        .cfi_endproc
        .size   racelab_fiber_switch, . - racelab_fiber_switch

// The first frame of every fiber: calls r13(r12). The unwinder stops here, so that an exception that
// nobody catches ends in std::terminate.
        .globl  racelab_fiber_entry
        .hidden racelab_fiber_entry
        .type   racelab_fiber_entry, @function
        .p2align 4
racelab_fiber_entry:
        .cfi_startproc
        .cfi_undefined %rip
        movq    %r12, %rdi
        callq   *%r13
        ud2
        .cfi_endproc
        .size   racelab_fiber_entry, . - racelab_fiber_entry

        .section .note.GNU-stack, "", @progbits
