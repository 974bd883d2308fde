// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/wordtable.h"

#include <QtGlobal>

#include <array>

namespace meshdraft::workspace {

namespace {

constexpr auto table = std::to_array<Words>({
    // Reading YAML: source/parsedtext.h.
    {"source.syntax", QT_TRANSLATE_NOOP("meshdraft", "This is not valid YAML: %1.")},
    {"source.encoding", QT_TRANSLATE_NOOP("meshdraft", "The file is not UTF-8 (%1). Convert it to UTF-8 to read it.")},
    {"source.utf8",
     QT_TRANSLATE_NOOP("meshdraft", "The file is not valid UTF-8 (byte 0x%1). Convert it to UTF-8 to read it.")},
    {"source.control",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The control character %1 is not allowed in YAML. Remove it, or escape it in quotes.")},
    {"source.size", QT_TRANSLATE_NOOP("meshdraft", "The file is larger than %1 bytes and was not read.")},
    {"source.depth", QT_TRANSLATE_NOOP("meshdraft", "The YAML is nested deeper than %1 levels and was not read.")},
    {"source.lineLength",
     QT_TRANSLATE_NOOP("meshdraft", "The line is longer than %1 bytes; the document was not read. Break the line.")},
    {"source.loneCr",
     QT_TRANSLATE_NOOP(
         "meshdraft",
         "A carriage return without a line feed: some parsers break the line here. Use one kind of line end.")},
    {"source.separator",
     QT_TRANSLATE_NOOP(
         "meshdraft",
         "A Unicode line separator outside quotes: YAML 1.1 breaks the line here, YAML 1.2 does not. Remove it.")},
    {"source.aliasCycle", QT_TRANSLATE_NOOP("meshdraft", "The alias *%1 stands inside the node that it stands for.")},
    {"source.aliases",
     QT_TRANSLATE_NOOP("meshdraft", "The aliases of this document grow to millions of nodes; it was not read.")},
    {"source.range",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The bytes of this document could not be matched to what YAML reads; it was not read.")},
    {"source.duplicateKey",
     QT_TRANSLATE_NOOP("meshdraft", "The key %1 stands twice in this mapping; the last one counts. Remove the other.")},

    // Edits: source/edit.h, changes/split.h, workspace/snapshot.h.
    {"edit.alias",
     QT_TRANSLATE_NOOP(
         "meshdraft",
         "The edit was refused: the value hangs on the anchor &%1 (alias on line %2), so other places would "
         "change with it. Edit the anchor, or write the value out.")},
    {"edit.merge",
     QT_TRANSLATE_NOOP(
         "meshdraft",
         "The edit was refused: this mapping takes entries from another one by <<, and the new key %1 could "
         "hide one of them. Write the entries out first.")},
    {"edit.template",
     QT_TRANSLATE_NOOP("meshdraft", "The edit was refused: this is a template. Templates are shown, never edited.")},
    {"edit.unreadable",
     QT_TRANSLATE_NOOP("meshdraft", "The edit was refused: the file could not be parsed. Mend its YAML first.")},
    {"edit.notYaml",
     QT_TRANSLATE_NOOP("meshdraft", "The edit was refused: the file could not be read as YAML. Mend it first.")},
    {"edit.noSuchNode",
     QT_TRANSLATE_NOOP("meshdraft", "The edit was refused: what it names is not in the file any more.")},
    {"edit.noSuchFile",
     QT_TRANSLATE_NOOP("meshdraft", "The edit was refused: %1 is not among the files that were read.")},
    {"edit.notScalar", QT_TRANSLATE_NOOP("meshdraft", "The edit was refused: a single value was expected here.")},
    {"edit.notMapping",
     QT_TRANSLATE_NOOP("meshdraft", "The edit was refused: a mapping (key: value) was expected here.")},
    {"edit.notSequence", QT_TRANSLATE_NOOP("meshdraft", "The edit was refused: a list (- item) was expected here.")},
    {"edit.notKey", QT_TRANSLATE_NOOP("meshdraft", "The edit was refused: the key of an entry was expected here.")},
    {"edit.notElement",
     QT_TRANSLATE_NOOP("meshdraft", "The edit was refused: an entry or item of the same list was expected here.")},
    {"edit.tag",
     QT_TRANSLATE_NOOP(
         "meshdraft", "The edit was refused: the value has a tag (!) that says how it is read. Remove the tag first.")},
    {"edit.duplicateKey", QT_TRANSLATE_NOOP("meshdraft", "The edit was refused: the mapping has the key %1 already.")},
    {"edit.conflict", QT_TRANSLATE_NOOP("meshdraft", "The edit was refused: it changes the same value twice.")},
    {"edit.value", QT_TRANSLATE_NOOP("meshdraft", "The edit was refused: the new value is not valid UTF-8.")},
    {"edit.proof",
     QT_TRANSLATE_NOOP(
         "meshdraft",
         "The edit was refused: the new text would not read as intended because of how the lines are laid "
         "out here. Make this edit by hand.")},
    {"nested.tag",
     QT_TRANSLATE_NOOP("meshdraft",
                       "This value is not read as YAML: its tag %1 makes something other than text of it.")},
    {"nested.layout",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The text within this value could not be mapped to its lines here. Write it as a block (|).")},
    {"edit.order", QT_TRANSLATE_NOOP("meshdraft", "The edit was refused: its parts overlap.")},
    {"edit.range", QT_TRANSLATE_NOOP("meshdraft", "The edit was refused: it reaches beyond the end of the file.")},
    {"edit.stale",
     QT_TRANSLATE_NOOP("meshdraft", "The edit was refused: %1 has changed since. Look at it and make the edit again.")},
    {"edit.nothingOpen", QT_TRANSLATE_NOOP("meshdraft", "There is nothing to edit: open a repository first.")},
    {"edit.readOnly",
     QT_TRANSLATE_NOOP("meshdraft", "Revision %1 is shown as it was and cannot be edited. Open the working tree.")},
    {"edit.noRoute", QT_TRANSLATE_NOOP("meshdraft", "%1 %2 has no route at %3 any more. Select the route again.")},
    {"merge.conflict",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Both changed %2 of %1: here it is %3, on disk %4. Take one of them, or edit by hand.")},
    {"revert.unchanged", QT_TRANSLATE_NOOP("meshdraft", "%1 %2 has no pending change to revert.")},
    {"split.count", QT_TRANSLATE_NOOP("meshdraft", "%1 weights were given for %2 destinations; each needs one.")},
    {"split.range",
     QT_TRANSLATE_NOOP("meshdraft", "%1 cannot be the weight of %2; expected a whole number from 0 to 1,000,000.")},
    {"split.delegate", QT_TRANSLATE_NOOP("meshdraft", "This route has a delegate; its split is set in %1.")},
    {"split.noDestination", QT_TRANSLATE_NOOP("meshdraft", "The route has no destination %1. It has: %2.")},
    {"split.ambiguousDestination",
     QT_TRANSLATE_NOOP("meshdraft", "%1 can mean several destinations. Name one of: %2.")},
    {"split.noRoute", QT_TRANSLATE_NOOP("meshdraft", "There is no route %1. There are: %2.")},
    {"split.ambiguousRoute", QT_TRANSLATE_NOOP("meshdraft", "Several routes can be meant. Name one of: %2.")},

    // Git and files: git/repository.h, git/commit.h.
    {"git.notFound", QT_TRANSLATE_NOOP("meshdraft", "git was not found. Install it, or put it on the PATH.")},
    {"git.noRepository",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 is not in a Git repository. Choose a directory of one, or run git init there.")},
    {"git.unsafe",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Git does not trust %1 because somebody else owns it. If you do: git config --global --add "
                       "safe.directory %1")},
    {"git.noGitDirectory",
     QT_TRANSLATE_NOOP(
         "meshdraft",
         "%1 belongs to the Git directory %2, which is not there. A linked work tree whose main repository has "
         "moved: run git worktree repair there. A submodule: run git submodule update --init in the repository "
         "around it.")},
    {"git.badConfig",
     QT_TRANSLATE_NOOP("meshdraft", "Git cannot read its configuration: %1, line %2, is wrong. Mend that line.")},
    {"git.badSetting",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Git cannot read its configuration: %1 is \"%2\". Mend it with git config --edit.")},
    {"git.unsupported",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 is in a format that the installed git does not know (%2). Install a newer git.")},
    {"git.failed", QT_TRANSLATE_NOOP("meshdraft", "%1 failed: %2")},
    {"git.diskFull",
     QT_TRANSLATE_NOOP("meshdraft", "The disk is full (%1); everything is as it was. Make room, then try again.")},
    {"git.noRevision", QT_TRANSLATE_NOOP("meshdraft", "There is no revision %1 in this repository.")},
    {"git.missingTree",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The directories of %1 are not all in this repository (a partial clone?). git fetch "
                       "--refetch --no-filter brings them.")},
    {"git.missingBlob",
     QT_TRANSLATE_NOOP(
         "meshdraft",
         "The content of object %1 is not in this repository (a partial clone?). git show %1 fetches it.")},
    {"git.noIdentity",
     QT_TRANSLATE_NOOP("meshdraft", "Git does not know who you are. Set user.name and user.email with git config.")},
    {"file.unreadable", QT_TRANSLATE_NOOP("meshdraft", "%1 could not be read: %2.")},
    {"file.outside", QT_TRANSLATE_NOOP("meshdraft", "%1 leads outside the repository and is left alone.")},
    {"file.symlink", QT_TRANSLATE_NOOP("meshdraft", "%1 is, or lies behind, a symbolic link; links are not followed.")},
    {"file.conflict",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 has a merge conflict: the index holds no content for it. Resolve it, then git add it.")},
    {"file.tooLarge", QT_TRANSLATE_NOOP("meshdraft", "%1 has %2 bytes; files over 32 MB are not read.")},
    {"file.changed",
     QT_TRANSLATE_NOOP("meshdraft", "%1 changed on disk meanwhile; nothing was written. Reload it and look again.")},
    {"file.unwritable", QT_TRANSLATE_NOOP("meshdraft", "%1 could not be written: %2.")},
    {"file.unwritable.hardLink",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 has a second name (a hard link) that a new file would cut off; nothing was written.")},
    {"file.unwritable.notOwned",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 belongs to another user; a new file would change its owner. Nothing was written.")},
    {"file.unwritable.readOnly", QT_TRANSLATE_NOOP("meshdraft", "%1 is read-only; nothing was written.")},
    {"file.unwritable.directory", QT_TRANSLATE_NOOP("meshdraft", "The directory of %1 cannot be written to.")},
    {"file.unwritable.notAFile", QT_TRANSLATE_NOOP("meshdraft", "%1 is not an ordinary file; nothing was written.")},
    {"commit.operation", QT_TRANSLATE_NOOP("meshdraft", "%1 is in progress. Finish or abort it, then commit.")},
    {"commit.operation.merge",
     QT_TRANSLATE_NOOP("meshdraft", "A merge is in progress. Finish it, or git merge --abort; then commit.")},
    {"commit.operation.rebase",
     QT_TRANSLATE_NOOP("meshdraft", "A rebase is in progress. Finish it, or git rebase --abort; then commit.")},
    {"commit.operation.applyMailbox",
     QT_TRANSLATE_NOOP("meshdraft", "Patches are being applied. Finish that, or git am --abort; then commit.")},
    {"commit.operation.cherryPick",
     QT_TRANSLATE_NOOP("meshdraft",
                       "A cherry-pick is in progress. Finish it, or git cherry-pick --abort; then commit.")},
    {"commit.operation.revert",
     QT_TRANSLATE_NOOP("meshdraft", "A revert is in progress. Finish it, or git revert --abort; then commit.")},
    {"commit.operation.bisect",
     QT_TRANSLATE_NOOP("meshdraft", "A bisection is in progress. End it with git bisect reset; then commit.")},
    {"commit.bare",
     QT_TRANSLATE_NOOP("meshdraft", "This is a bare repository: it has no working tree to commit from. Use a clone.")},
    {"commit.emptyMessage", QT_TRANSLATE_NOOP("meshdraft", "A commit needs a message.")},
    {"commit.nothing",
     QT_TRANSLATE_NOOP("meshdraft", "There is nothing to commit: no file differs from the last commit.")},
    {"commit.detached",
     QT_TRANSLATE_NOOP("meshdraft", "No branch is checked out (detached HEAD). Commit to a new branch instead.")},
    {"commit.noIdentity",
     QT_TRANSLATE_NOOP("meshdraft", "Git does not know who commits. Set user.name and user.email with git config.")},
    {"commit.badBranch",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 cannot be the name of a branch. Use letters, digits, - and /, without spaces.")},
    {"commit.branchExists",
     QT_TRANSLATE_NOOP("meshdraft", "The branch %1 exists already and is in the way. Choose another name.")},
    {"commit.otherBranch",
     QT_TRANSLATE_NOOP("meshdraft", "%1 is not the current branch (%2 is). Check it out, or commit to a new branch.")},
    {"commit.refStorage",
     QT_TRANSLATE_NOOP(
         "meshdraft",
         "This repository keeps its branches in a %1; a new branch cannot be made there safely. Make it with "
         "git switch -c, then commit to the current branch.")},
    {"commit.staged",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 has staged changes of your own. Commit or unstage them first, or commit the whole file.")},
    {"commit.sparse",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 lies outside of the sparse checkout; nothing was committed. Bring its directory in with git "
                       "sparse-checkout add.")},
    {"commit.overlap",
     QT_TRANSLATE_NOOP(
         "meshdraft",
         "%1 has uncommitted changes of your own in the same lines. Commit or stash them first; nothing was "
         "committed.")},
    {"commit.hook",
     QT_TRANSLATE_NOOP("meshdraft", "A hook or git itself ended the commit with %1; nothing was committed.\n%2")},
    {"commit.readOnly",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 cannot be written to (%2); nothing was committed. Make it writable, or work in a clone.")},
    {"commit.locked",
     QT_TRANSLATE_NOOP(
         "meshdraft",
         "Another git program holds %1; nothing was committed. Wait for it. If none runs (ps -C git lists them), a "
         "program that ended badly has left that file: remove it.")},

    // Kept edits: workspace/journalfile.h, workspace/workspace.h.
    {"journal.unwritable",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 could not be written: %2. Pending edits would not survive a crash; save them in time.")},
    {"journal.gone", QT_TRANSLATE_NOOP("meshdraft", "The kept edits in %1 are not there any more.")},
    {"journal.inUse", QT_TRANSLATE_NOOP("meshdraft", "Another window has the kept edits in %1 open.")},
    {"journal.elsewhere", QT_TRANSLATE_NOOP("meshdraft", "These edits belong to %1. Open that repository first.")},
    // Pushing and taking back: git/push.h, git/undocommit.h.
    {"push.nothing", QT_TRANSLATE_NOOP("meshdraft", "There is no branch %1 with a commit to push.")},
    {"push.noRemote",
     QT_TRANSLATE_NOOP("meshdraft",
                       "This repository has no remote to push to. Add one with git remote add origin URL.")},
    {"push.unknownRemote", QT_TRANSLATE_NOOP("meshdraft", "There is no remote %1. git remote lists them.")},
    {"push.whichRemote",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Branch %1 has no upstream and there are several remotes (%2). Choose one with git push "
                       "--set-upstream REMOTE %1.")},
    {"push.rejected",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%2 has commits on %1 that are not here; nothing was pushed. Bring them in with git pull "
                       "--rebase, look again, then push.")},
    {"push.refused",
     QT_TRANSLATE_NOOP("meshdraft", "%1 refused the push (%2). Ask who runs it, or push to another branch.\n%3")},
    {"push.authentication",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 wants to know who you are, and no credential helper or key answered. Run git push once in a "
                       "terminal, then try again.\n%2")},
    {"push.hook", QT_TRANSLATE_NOOP("meshdraft", "The pre-push hook said no; nothing was pushed.\n%1")},
    {"push.unreachable",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 could not be reached. Check its address with git remote -v, and the network.\n%2")},
    {"push.cancelled",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The push was cancelled. What was on its way may have arrived: git fetch shows it.")},
    {"undo.moved",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The commit cannot be taken back: %1 does not end with it any more. git revert makes a commit "
                       "that undoes it.")},
    {"undo.pushed",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The commit cannot be taken back: it was pushed (%1 has it). git revert makes a commit that "
                       "undoes it.")},
    {"undo.fileChanged",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The commit was not taken back: %1 has changed since. git reset --soft HEAD~1 takes back the "
                       "commit alone.")},
    {"undo.staged",
     QT_TRANSLATE_NOOP(
         "meshdraft",
         "The commit was not taken back: %1 has been staged since. Unstage it with git restore --staged.")},
    {"undo.pending",
     QT_TRANSLATE_NOOP("meshdraft", "The commit was not taken back: there are new edits. Undo or save them first.")},

    // Environments, layout, pictures, opening.
    {"environment.unknown", QT_TRANSLATE_NOOP("meshdraft", "There is no environment %1. There are: %2.")},
    {"environment.rendered",
     QT_TRANSLATE_NOOP(
         "meshdraft",
         "%1 is a Kustomize overlay that has to be rendered, which Meshdraft cannot do yet. It builds on: %2. "
         "Plain directories and bases work.")},
    {"layout.graphviz", QT_TRANSLATE_NOOP("meshdraft", "Graphviz could not lay out the picture.")},
    {"layout.protocol", QT_TRANSLATE_NOOP("meshdraft", "The layout process sent something that cannot be read.")},
    {"layout.worker", QT_TRANSLATE_NOOP("meshdraft", "The layout process (%1) failed: %2. The last picture stays.")},
    {"render.format", QT_TRANSLATE_NOOP("meshdraft", "Pictures can be written as .svg, .png and .pdf, not as %1.")},
    {"render.write", QT_TRANSLATE_NOOP("meshdraft", "The picture could not be written to %1.")},
    {"open.cancelled", QT_TRANSLATE_NOOP("meshdraft", "Opening was cancelled.")},
    {"sample.manifest", QT_TRANSLATE_NOOP("meshdraft", "The history of the sample mesh is broken (commit %1, %2): %3")},
    {"sample.notEmpty",
     QT_TRANSLATE_NOOP("meshdraft", "%1 exists and is not empty. Choose a new directory for the sample mesh.")},

    // The risk policy: changes/riskpolicy.h.
    {"risk.syntax", QT_TRANSLATE_NOOP("meshdraft", "The risk policy is not valid JSON: %1.")},
    {"risk.unknownRule",
     QT_TRANSLATE_NOOP("meshdraft", "%1 is not a condition of risk rules; docs/risk.md lists them.")},
    {"risk.unknownTier", QT_TRANSLATE_NOOP("meshdraft", "%1 is not a tier; expected none, low, medium or high.")},
    {"risk.unknownKey",
     QT_TRANSLATE_NOOP("meshdraft", "%1 is not known in a risk policy; docs/risk.md lists what is.")},
    {"risk.unknownOperation",
     QT_TRANSLATE_NOOP("meshdraft", "%1 is not an operation; expected added, removed, modified or moved.")},
    {"risk.unknownSchema",
     QT_TRANSLATE_NOOP("meshdraft", "%1 is another format of risk policies; expected meshdraft.riskpolicy/1.")},
    {"risk.wrongType", QT_TRANSLATE_NOOP("meshdraft", "%1 has the wrong type; expected %2.")},
    {"risk.badPattern",
     QT_TRANSLATE_NOOP("meshdraft", "%1 is not a field pattern; expected something like spec.http[*].timeout.")},
    {"risk.missing", QT_TRANSLATE_NOOP("meshdraft", "%1 is missing in the risk policy.")},
    {"risk.duplicateRule", QT_TRANSLATE_NOOP("meshdraft", "Two rules of the risk policy are called %1.")},
});

} // namespace

std::span<const Words> errorWords()
{
    return table;
}

} // namespace meshdraft::workspace
