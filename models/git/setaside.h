// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/error.h"

#include <QByteArray>

#include <functional>
#include <optional>
#include <string>

namespace meshdraft::git {

/// A file of the work tree that something is moved out of, or back to.
struct FilePlace {
    std::string workTree;
    std::string path; ///< relative to it

    std::string fullPath() const { return workTree + '/' + path; }
};

/// Puts content where it can be found again and returns its name ("" when it could not).
using StoreContent = std::function<std::string(const QByteArray&)>;

/// Puts a file in its place, which is free; false with EEXIST where something is there. Works for what renames within
/// one file system.
bool moveToFreePlace(const std::string& from, const std::string& to);

/// Removes a file that was moved out of its place, if that loses nothing: it holds `known`, and no program has it open
/// for writing (who holds a handle writes to the file wherever it is). Else it is kept, and the note says where: in
/// `store`, where that takes it, or beside the place. Waits a moment for a writer to end.
/// Notes (args: path, where it is kept): "kept.foreign" (somebody else wrote it), "kept.open" (it holds `known`, but is
/// still open for writing), "kept.blob" (as foreign, kept in `store`).
std::optional<Error> removeKnown(const std::string& file, const QByteArray& known, const FilePlace& place,
                                 const StoreContent& store = {});

/// Gives a file a name beside a place that people find, "a.yaml.kept-1"; where that cannot be, at the top of the work
/// tree or above the directory that it is in. A note with `code`, args: path, where it is kept (relative to the work
/// tree where it is in it).
Error keepBeside(const std::string& file, const FilePlace& place, const char* code);

} // namespace meshdraft::git
