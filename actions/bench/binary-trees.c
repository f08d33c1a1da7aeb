// SPDX-License-Identifier: Apache-2.0

// Trees: {"n": depth} gives {"nodes": of all trees that were made, counted by walking them}. Allocation and recursion.

#include "wasmwhisk.h"

typedef struct node {
  struct node *left, *right;
} node;

static node *grown(int depth) {
  node *tree = malloc(sizeof *tree);
  if (tree == NULL) ww_fail("No memory for a tree");
  tree->left = depth > 0 ? grown(depth - 1) : NULL;
  tree->right = depth > 0 ? grown(depth - 1) : NULL;
  return tree;
}

static int64_t felled(node *tree) {
  if (tree == NULL) return 0;
  int64_t nodes = 1 + felled(tree->left) + felled(tree->right);
  free(tree);
  return nodes;
}

int main(void) {
  int64_t most = ww_require_int64(ww_read_params(), "n"), nodes = felled(grown((int)most + 1));
  node *kept = grown((int)most);
  for (int depth = 4; depth <= most; depth += 4) {
    for (int64_t trees = (int64_t)1 << (most - depth + 4); trees > 0; trees--) nodes += felled(grown(depth));
  }
  printf("{\"nodes\":%" PRId64 "}\n", nodes + felled(kept));
  return 0;
}
