// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/document.h"

#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::kustomize {

// How Kustomize reads the fields of its own files: through Go's encoding/json, which takes a key in any case. Whoever
// looks for what a file names has to find it under every spelling.

/// A key as Go compares it: ASCII letters in lower case, and the two letters that fold into ASCII.
std::string foldedKey(std::string_view key);

/// The value of the last entry whose key folds to `key` (itself folded); merge keys and aliases are followed.
source::NodeRef fieldOf(source::NodeRef mapping, std::string_view key);

/// The value at the end of a chain of folded keys.
source::NodeRef fieldOf(source::NodeRef mapping, std::initializer_list<std::string_view> keys);

/// The items of a list, aliases followed; nothing for anything else.
std::vector<source::NodeRef> itemsOf(source::NodeRef list);

/// What names files in a kustomization.
enum class Names : std::uint8_t {
    FileOrDirectory, ///< resources
    Directory, ///< components, bases
    File, ///< a patch, a configuration, …
    KeyedFile, ///< "key=path" of a generator
    PluginOrFile, ///< transformers, generators, validators: a file, a directory or YAML in place
    PatchOrFile, ///< patchesStrategicMerge: a file or YAML in place
};

struct NamedPath {
    Names names = Names::File;
    source::NodeRef node; ///< the scalar
};

/// Every string of a kustomization that names a file or a directory, in the order of the fields.
std::vector<NamedPath> namedPaths(source::NodeRef kustomization);

/// A field that makes Kustomize run Helm; invalid if there is none.
source::NodeRef helmField(source::NodeRef kustomization);

/// True for text that Kustomize takes for a resource in place of a path: YAML with a kind.
bool isInline(std::string_view text);

/// True for whatever Kustomize could take for the address of something elsewhere: a URL, `host:path`, `user@host`,
/// github.com/…. Rather too much than too little.
bool isRemote(std::string_view text);

/// The path of a "key=path".
std::string_view pathOfPair(std::string_view text);

/// True for kustomization.yaml, kustomization.yml and Kustomization.
bool isKustomizationFile(std::string_view path);

} // namespace meshdraft::kustomize
