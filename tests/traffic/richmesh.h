// SPDX-License-Identifier: Apache-2.0
// A mesh with a bit of everything that decides what becomes of requests, and ways to change it.
#pragma once

#include "models/traffic/evaluate.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace meshdraft::test {

/// One resource a file: name of the file to its text.
using MeshTexts = std::map<std::string, std::string>;

/// Six namespaces, three versions, delegates, two kinds of gateways, a Sidecar, outside hosts, policies and tokens.
MeshTexts richMesh();

std::shared_ptr<const traffic::Evaluator> evaluatorOf(const MeshTexts& texts);

/// Replaces `from`, which has to occur exactly once in the file.
void replace(MeshTexts& texts, const std::string& file, const std::string& from, const std::string& to);

/// A change of texts that is known to change what becomes of `witness`.
struct Mutation {
    std::string name; ///< kind, place and seed
    MeshTexts texts;
    traffic::Request witness;
};
/// Those that change a verdict; each with a request that shows it.
std::vector<Mutation> changingMutations();
/// Those that change none, without a witness.
std::vector<Mutation> neutralMutations();

} // namespace meshdraft::test
