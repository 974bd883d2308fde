// SPDX-License-Identifier: Apache-2.0
#include "app/cli/stackoutput.h"

#include "app/cli/commandline.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace meshdraft::cli {

QJsonObject branchJson(const workspace::StackedBranch& branch, const git::StackCommit* made)
{
    QJsonArray files;
    for (const auto& file : branch.files)
        files.append(QString::fromStdString(file.path));
    QJsonObject object{{u"branch"_s, branch.branch},
                       {u"tier"_s, QString::fromUtf8(changes::tierName(branch.change.tier))},
                       {u"files"_s, files}};
    if (made != nullptr)
        object[u"commit"_s] = made->commit;
    return object;
}

int finishStack(const workspace::Snapshot& snapshot, const workspace::BranchStack& stack, const StackOutput& output)
{
    std::vector<git::StackCommit> made;
    if (output.isWritten) {
        auto written = workspace::writeStack(snapshot, stack);
        if (!written)
            return failed(written.error(), Differences);
        made = std::move(*written);
    }
    if (output.isJson) {
        writeOut(output.json(made));
    } else if (output.isDiff) {
        for (const auto& branch : stack.branches)
            writeOut("# " + branch.branch.toUtf8() + '\n' + QByteArray::fromStdString(workspace::diffOf(branch)));
    } else if (made.empty()) {
        writeOut(output.text());
    } else {
        for (const auto& commit : made)
            writeOut(u"%1 %2\n"_s.arg(commit.commit, commit.branch).toUtf8());
    }
    return Fine;
}

} // namespace meshdraft::cli
