// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/error.h"

#include <QByteArray>

#include <string>
#include <vector>

namespace meshdraft::git {

/// Replaces files of a work tree, all or none: the new contents are written beside the files, then exchanged with them
/// in one step each, so that what stood there at that moment is looked at again before it counts as replaced. Unless
/// kept, the destructor puts the very same files (inodes) back.
class FileTransaction {
public:
    /// What a file held when it was put back, where that was neither the old content nor the new one: somebody else
    /// wrote to it meanwhile.
    struct Foreign {
        std::string path;
        QByteArray content;
    };

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

    /// Puts the new contents in place. On an error everything is as before. Errors: "file.changed", "file.unwritable".
    Expected<void> swapIn();

    /// Moves the old files out of the work tree (hooks add everything that they find); into a directory of the same
    /// file system, else they stay where they are.
    void moveOldFilesTo(const std::string& directory);

    /// Puts everything back; what others wrote meanwhile is returned.
    std::vector<Foreign> undo();

    /// The new files stay.
    void keep();

private:
    struct File {
        std::string path;
        std::string fullPath;
        QByteArray expected;
        QByteArray content;
        std::string other; ///< the new file until it is swapped in, then the old one
        bool existed = false;
        bool swapped = false;
    };

    Expected<void> makeDirectories(const std::string& path);
    Expected<void> writeBeside(File& file, unsigned mode, long group);
    Expected<void> swapIn(File& file);
    void forget();

    std::string m_workTree;
    std::vector<File> m_files;
    std::vector<std::string> m_madeDirectories;
};

} // namespace meshdraft::git
