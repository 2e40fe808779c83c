// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT

// Overwrites heap memory when it is given back. Network libraries copy a request's bytes many times and free
// the copies as they are; in an executable linked with this file none of them outlives its free().
//
// glibc lets an executable put its own functions in place of the allocator's, for every library of the
// process, and operator delete ends in free(). What allocates needs no replacing: blocks stay glibc's.

#include <malloc.h>

#include <cerrno>
#include <cstddef>
#include <cstdlib>
#include <cstring>

// glibc's own functions under the names that nobody replaces.
extern "C" void __libc_free(void *block) noexcept;
extern "C" void *__libc_realloc(void *block, std::size_t size) noexcept;

#define TENANTSCOPE_REPLACES extern "C" __attribute__((visibility("default")))

namespace {

void wipe(void *block, std::size_t from, std::size_t to)
{
    if (from < to)
        explicit_bzero(static_cast<char *>(block) + from, to - from);
}

/// What realloc() does when it must move, done here because glibc's own copy-and-free stays inside glibc.
void *moveToLarger(void *block, std::size_t capacity, std::size_t size)
{
    void *larger = std::malloc(size);
    if (!larger)
        return nullptr; // errno is set, the old block is untouched: as realloc() promises
    std::memcpy(larger, block, capacity);
    wipe(block, 0, capacity);
    __libc_free(block);
    return larger;
}

} // namespace

// NOLINTBEGIN(readability-inconsistent-declaration-parameter-name): glibc names its own with underscores
TENANTSCOPE_REPLACES void free(void *block) noexcept
{
    if (!block)
        return;
    wipe(block, 0, malloc_usable_size(block));
    __libc_free(block);
}

TENANTSCOPE_REPLACES void *realloc(void *block, std::size_t size) noexcept
{
    if (!block)
        return std::malloc(size);
    const std::size_t capacity = malloc_usable_size(block);
    if (size > capacity)
        return moveToLarger(block, capacity, size);
    wipe(block, size, capacity); // size 0 included: glibc frees the block then
    return __libc_realloc(block, size);
}

TENANTSCOPE_REPLACES void *reallocarray(void *block, std::size_t count, std::size_t size) noexcept
{
    std::size_t bytes = 0;
    if (__builtin_mul_overflow(count, size, &bytes)) {
        errno = ENOMEM;
        return nullptr;
    }
    return realloc(block, bytes);
}
// NOLINTEND(readability-inconsistent-declaration-parameter-name)
