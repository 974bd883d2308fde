// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/kustomize/filesource.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::kustomize {

/// A file that a root needs.
struct ClosureFile {
    std::shared_ptr<const std::string> bytes;
    source::ParsedTextPtr text; ///< null where it was not parsed yet
};

/// All files that a root needs, transitively, and why it cannot be rendered. Immutable once built.
struct KustomizeClosure {
    std::string root; ///< the directory relative to the repository
    bool isComponent = false; ///< the root itself is a component: made to be a part of others
    std::map<std::string, ClosureFile, std::less<>> files; ///< by path
    std::map<std::string, std::string, std::less<>> kustomizations; ///< directory -> its kustomization file
    std::vector<Error> problems; ///< what keeps it from being rendered, in the order found; located

    bool needs(std::string_view path) const { return files.contains(path); }
    /// SHA-256 over the root and the paths and bytes of all files, in hexadecimal.
    std::string contentKey() const;
};

using KustomizeClosurePtr = std::shared_ptr<const KustomizeClosure>;

/// Finds what a root needs: every string of a kustomization that names a file or a directory, and of those that it
/// leads to. Reads those files and nothing else; never fetches. Thread-safe.
/// Errors: "kustomize.noKustomization" (args: root: the directory has no kustomization file).
/// Problems (args: the string as it stands, then what stands in brackets; located at the string):
/// - "kustomize.remote": the address of something elsewhere, which is never fetched.
/// - "kustomize.outside": a path out of the repository. "kustomize.symlink": a link, or behind one.
/// - "kustomize.restricted" [the kustomization's directory]: a file outside of it; only directories may be.
/// - "kustomize.missing": no such file. "kustomize.noKustomization": a directory without a kustomization file.
/// - "kustomize.plugin": a program, container or directory as generator or transformer, which is never run.
/// - "kustomize.helm": a Helm chart, which is not rendered.
/// - "kustomize.cycle": leads back to a directory that contains it.
/// - "kustomize.component": a component among resources. "kustomize.notComponent": no component among components.
/// - "kustomize.twoFiles" {directory}: several kustomization files in it. "kustomize.empty" {path}: nothing in it.
/// - "kustomize.syntax" {path}: the kustomization cannot be read. "kustomize.tag": a YAML tag on a path.
/// - those of FileSource::read.
Expected<KustomizeClosurePtr> closureOf(const FileSource& files, const std::string& root);

} // namespace meshdraft::kustomize
