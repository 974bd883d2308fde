// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/git/setaside.h"
#include "models/source/error.h"

#include <QByteArray>

#include <string>
#include <utility>
#include <vector>

namespace meshdraft::git {

/// Replaces files of a work tree, all or none: the new contents are written beside the files, then exchanged with them
/// in one step each, so that what stood there at that moment is looked at again before it counts as replaced. Unless
/// kept, the destructor puts the very same files (inodes) back.
///
/// No content of anybody else is lost: what another program wrote into a file that goes away, or put in its place, is
/// kept under a name beside it, and a note says so.
class FileTransaction {
public:
    explicit FileTransaction(std::string workTree)
        : m_workTree(std::move(workTree))
    {
    }
    ~FileTransaction() { undo(); }
    FileTransaction(const FileTransaction&) = delete;
    FileTransaction& operator=(const FileTransaction&) = delete;

    /// Checks a file and writes its new content to the disk, beside it. `expected` is what it holds now; a file that
    /// does not exist is made where `expected` is empty.
    /// Errors: "file.outside", "file.symlink", "file.changed", "file.unreadable" (reason), "file.tooLarge" (bytes),
    /// "file.unwritable" (reason: "hardLink", "notOwned", "readOnly", "directory", "notAFile", or the system's words);
    /// args: path, then what stands in brackets.
    Expected<void> stage(const std::string& path, const QByteArray& expected, const QByteArray& content);

    /// Checks a file that shall go away; `expected` is what it holds now. Errors: as stage.
    Expected<void> stageRemoval(const std::string& path, const QByteArray& expected);

    /// Puts the new contents in place. On an error everything is as before. Errors: "file.changed", "file.unwritable".
    Expected<void> swapIn();

    /// Moves the old files out of the work tree (hooks add everything that they find); into a directory of the same
    /// file system, else they stay where they are.
    void moveOldFilesTo(const std::string& directory);

    /// Puts everything back. What others wrote meanwhile goes to `store`, where there is one.
    void undo(const StoreContent& store = {});

    /// The new files stay.
    void keep();

    /// What was kept of others since the last call: the notes of removeKnown(), and "kept.old" (args: path, where it
    /// is kept) for an old file that could not be put back, since something else has its place.
    std::vector<Error> takeNotes() { return std::exchange(m_notes, {}); }

private:
    enum class Kind : std::uint8_t { Replace, Make, Remove };
    struct File {
        FilePlace place;
        Kind kind = Kind::Replace;
        QByteArray expected;
        QByteArray content;
        std::string other; ///< the new file until it is swapped in, then the old one
        bool swapped = false;
    };

    Expected<void> makeDirectories(const std::string& path);
    Expected<void> writeBeside(File& file, unsigned mode, long group);
    Expected<void> swapIn(File& file);
    Expected<void> replace(File& file);
    Expected<void> moveAway(File& file);
    void putBack(File& file, const StoreContent& store);
    void takeAway(File& file, const StoreContent& store);
    void discard(const File& file, const QByteArray& known, const StoreContent& store = {});
    void forget();

    std::string m_workTree;
    std::vector<File> m_files;
    std::vector<std::string> m_madeDirectories;
    std::vector<Error> m_notes;
};

} // namespace meshdraft::git
