internal import CMalloc

/// Makes the heap grow in large steps and keep what it has, for a program that ends in milliseconds.
///
/// Each page that the system gives anew costs a fault of a microsecond or two. By default the second
/// thread has a heap of its own, lists of a few hundred rows are mapped each by itself, and what is freed
/// goes back: a ranking of all kommuner met 450 faults more than a comparison of five.
enum HeapGrowth {
    /// Sets it up; to be called before there is a second thread.
    static func prepare() {
        _ = mallopt(M_ARENA_MAX, 1)
        _ = mallopt(M_MMAP_THRESHOLD, 32 << 20)
        _ = mallopt(M_TRIM_THRESHOLD, 128 << 20)
        _ = mallopt(M_TOP_PAD, 1 << 20)
    }
}
