// SPDX-License-Identifier: Apache-2.0
//
// The heap of the C library and of QuickJS, in a linear memory: blocks lie side by side, and those that are free and neighbours
// become one. The allocator that it takes the place of rounds each block up to a power of two, with pages for each of these, and
// grows the memory by one page at a time, for which an engine may copy all of it.

#define _GNU_SOURCE
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define PAGE_BYTES 65536u
#define HEADER_BYTES 8u
#define ALIGNMENT 16u
#define LEAST_BYTES 32u
#define USED 1u

// The heap grows by this part of itself, if there is so much, and more is not asked for.
#define GROWTH_PART 8u

// Sizes are those of blocks with their headers, and multiples of the alignment. What lies between two regions of the memory is
// somebody else's; each ends with a block that is in use and has the size 0.
typedef struct Block {
  uint32_t before; // the size of the block before this one; 0: this is a region's first
  uint32_t size;   // with USED
  struct Block *next; // in its list; a block in use has its content from here on
  struct Block *previous;
} Block;

static struct {
  Block *free[32]; // lists, by the highest bit of their blocks' sizes
  uint32_t filled; // a bit for each list that has blocks
  uint32_t pages;
  Block *end; // of the region that came last
} heap;

static uint32_t size_of(const Block *block) { return block->size & ~USED; }

static Block *block_at(void *block, ptrdiff_t offset) { return (Block *)((uint8_t *)block + offset); }

static Block *block_of(void *content) { return block_at(content, -(ptrdiff_t)HEADER_BYTES); }

static uint32_t list_of(uint32_t size) { return 31 - (uint32_t)__builtin_clz(size); }

static void put(Block *block, uint32_t size) {
  uint32_t list = list_of(size);
  block->size = size;
  block->previous = NULL;
  block->next = heap.free[list];
  if (block->next) {
    block->next->previous = block;
  }
  heap.free[list] = block;
  heap.filled |= 1u << list;
  block_at(block, size)->before = size;
}

static void take(Block *block) {
  if (block->next) {
    block->next->previous = block->previous;
  }
  if (block->previous) {
    block->previous->next = block->next;
    return;
  }
  uint32_t list = list_of(block->size);
  heap.free[list] = block->next;
  if (!block->next) {
    heap.filled &= ~(1u << list);
  }
}

// Makes a block free, and one with those of its neighbours that are.
static void release(Block *block) {
  uint32_t size = size_of(block);
  Block *after = block_at(block, size);
  if (!(after->size & USED)) {
    take(after);
    size += after->size;
  }
  Block *before = block_at(block, -(ptrdiff_t)block->before);
  if (block->before && !(before->size & USED)) {
    take(before);
    size += before->size;
    block = before;
  }
  put(block, size);
}

// Takes a block of that size from the beginning of one that is in no list; the rest becomes free.
static void *cut(Block *block, uint32_t whole, uint32_t size) {
  if (whole - size < LEAST_BYTES) {
    size = whole;
  }
  block->size = size | USED;
  Block *rest = block_at(block, size);
  rest->before = size;
  if (size < whole) {
    rest->size = (whole - size) | USED;
    release(rest);
  }
  return (uint8_t *)block + HEADER_BYTES;
}

static Block *find(uint32_t size) {
  uint32_t list = list_of(size);
  for (Block *block = heap.free[list]; block; block = block->next) {
    if (block->size >= size) {
      return block;
    }
  }
  uint32_t larger = heap.filled & ~((2u << list) - 1);
  return larger ? heap.free[__builtin_ctz(larger)] : NULL;
}

// Makes a free block of at least that size; false when the memory cannot grow so far.
static int grow(uint32_t size) {
  uint32_t least = (size + 2 * HEADER_BYTES + PAGE_BYTES - 1) / PAGE_BYTES;
  uint32_t pages = heap.pages / GROWTH_PART > least ? heap.pages / GROWTH_PART : least;
  size_t first = __builtin_wasm_memory_grow(0, pages);
  if (first == SIZE_MAX) {
    pages = least;
    first = __builtin_wasm_memory_grow(0, pages);
  }
  if (first == SIZE_MAX) {
    return 0;
  }
  Block *start = (Block *)(first * PAGE_BYTES + HEADER_BYTES);
  uint32_t bytes = pages * PAGE_BYTES - 2 * HEADER_BYTES;
  if (heap.end && (size_t)heap.end == first * PAGE_BYTES - HEADER_BYTES) {
    start = heap.end;
    bytes = pages * PAGE_BYTES;
  } else {
    start->before = 0;
  }
  start->size = bytes | USED;
  heap.end = block_at(start, bytes);
  heap.end->size = USED;
  heap.pages += pages;
  release(start);
  return 1;
}

// 0 when no block can be so large.
static uint32_t size_for(size_t bytes) {
  if (bytes > UINT32_MAX / 2) {
    return 0;
  }
  uint32_t size = ((uint32_t)bytes + HEADER_BYTES + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
  return size < LEAST_BYTES ? LEAST_BYTES : size;
}

void *malloc(size_t bytes) {
  uint32_t size = size_for(bytes);
  Block *block = size ? find(size) : NULL;
  if (size && !block && grow(size)) {
    block = find(size);
  }
  if (!block) {
    return NULL;
  }
  take(block);
  return cut(block, block->size, size);
}

void free(void *content) {
  if (content) {
    release(block_of(content));
  }
}

void *calloc(size_t count, size_t bytes) {
  if (bytes && count > SIZE_MAX / bytes) {
    return NULL;
  }
  void *content = malloc(count * bytes);
  return content ? memset(content, 0, count * bytes) : NULL;
}

size_t malloc_usable_size(void *content) {
  return content ? size_of(block_of(content)) - HEADER_BYTES : 0;
}

void *realloc(void *content, size_t bytes) {
  if (!content) {
    return malloc(bytes);
  }
  uint32_t size = size_for(bytes);
  if (!size) {
    return NULL;
  }
  Block *block = block_of(content);
  uint32_t whole = size_of(block);
  Block *after = block_at(block, whole);
  if (size > whole && !(after->size & USED) && size - whole <= after->size) {
    take(after);
    whole += after->size;
  }
  if (size <= whole) {
    return cut(block, whole, size);
  }
  void *moved = malloc(bytes);
  if (moved) {
    memcpy(moved, content, whole - HEADER_BYTES);
    free(content);
  }
  return moved;
}

// The C library's own are bound to the allocator that this one takes the place of.

char *strndup(const char *text, size_t most) {
  size_t length = strnlen(text, most);
  char *copy = malloc(length + 1);
  if (copy) {
    memcpy(copy, text, length);
    copy[length] = 0;
  }
  return copy;
}

char *strdup(const char *text) { return strndup(text, strlen(text)); }
