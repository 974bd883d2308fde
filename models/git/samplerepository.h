// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/error.h"

#include <QString>

namespace meshdraft::git {

/// Makes a Git repository out of files and a history, with the same object ids on every machine, and checks out its
/// branch. The repository gets no identity and no hooks: later commits are the user's own.
///
/// `sourceDirectory` (a directory, or a Qt resource such as ":/sample") holds `history.json`:
/// {"branch": "main", "commits": [{"id": "01-start", "branch": "main", "parent": null, "author": "Name <mail>",
/// "date": "2026-03-02T09:00:00+00:00", "message": "…", "files": ["base/x.yaml"], "remove": [], "executable": []}, …]}.
/// A commit stands behind its parent (an "id", or null), which may be on another branch; "files" are those that it adds
/// or changes, each whole under `<sourceDirectory>/<id>/<path>`; "remove" and "executable" may be absent, "branch" too
/// (the repository's branch).
///
/// `target` must not exist or be an empty directory; a failure leaves it as it was.
/// Errors: "sample.manifest" (args: the commit's id, empty for the whole; what: "json", "commits", "branch", "id",
/// "parent", "author", "date", "path", "unreadable"; the offending text), "sample.notEmpty" (args: target),
/// "git.notFound", "git.failed" (args: command, reason).
Expected<void> materialise(const QString& sourceDirectory, const QString& target);

} // namespace meshdraft::git
