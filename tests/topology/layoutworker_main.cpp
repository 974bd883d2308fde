// SPDX-License-Identifier: Apache-2.0
// The layout worker as a program of its own, for the tests: what the application does with --layout-worker.
#include "models/topology/layout.h"

#include <cstring>

int main(int argc, char** argv)
{
    return argc == 2 && std::strcmp(argv[1], "--layout-worker") == 0 ? meshdraft::topology::runLayoutWorker() : 64;
}
