// SPDX-License-Identifier: Apache-2.0
#include "app/cli/analyzefix.h"

#include "models/changes/textdiff.h"
#include "models/git/commit.h"
#include "models/workspace/commitfiles.h"
#include "models/workspace/fixes.h"
#include "models/workspace/flowfindings.h"
#include "models/workspace/words.h"

using namespace Qt::StringLiterals;

namespace meshdraft::cli {
namespace {

QString placeOf(const checks::Finding& finding)
{
    const auto path = workspace::printable(finding.where.path);
    return finding.where.line > 0 ? u"%1:%2:%3"_s.arg(path).arg(finding.where.line).arg(finding.where.column) : path;
}

QString lineOf(const checks::Finding& finding, const checks::Fix& fix)
{
    return u"%1: %2: %3"_s.arg(placeOf(finding), QString::fromStdString(finding.code), workspace::fixText(fix));
}

void complainOf(const workspace::FixRun::Refusal& refusal)
{
    const auto line = u"Left: "_s + lineOf(refusal.finding, refusal.fix);
    if (refusal.error) {
        complain(line + u". "_s + workspace::errorText(*refusal.error));
        return;
    }
    if (refusal.introduced.empty()) {
        complain(line + u". It would not be enough."_s);
        return;
    }
    for (const auto& finding : refusal.introduced)
        complain(line + u". It would introduce "_s + QString::fromStdString(finding.code) + u": "_s
                 + workspace::findingText(finding));
}

/// Writes what differs from the files. False where that fails; the reason is printed.
bool save(const workspace::Snapshot& snapshot)
{
    if (snapshot.changedFiles().empty())
        return true;
    std::vector<Error> kept;
    const auto saved = git::saveFiles(*snapshot.repository, workspace::workTreeFiles(snapshot), &kept);
    for (const Error& note : kept)
        complain(workspace::errorText(note));
    if (!saved)
        complain(workspace::errorText(saved.error()));
    return saved.has_value();
}

QByteArray diffOf(const workspace::Snapshot& snapshot)
{
    std::string diff;
    for (const auto& path : snapshot.changedFiles())
        diff += changes::unifiedDiff(path, *snapshot.saved.find(path)->text->text,
                                     *snapshot.current.find(path)->text->text);
    return QByteArray::fromStdString(diff);
}

/// The edit that gives a file this text, also where it is not there yet.
source::Edit textEdit(const workspace::Snapshot& snapshot, std::string_view path, const std::string& text)
{
    const auto* file = snapshot.current.find(path);
    const std::string before = file == nullptr ? std::string() : *file->text->text;
    return {{{std::string(path), source::contentIdOf(before), source::differenceOf(before, text)}}};
}

/// What the baseline has to hold of an environment: all that nothing else keeps back.
std::vector<checks::Finding> debtOf(const workspace::Snapshot& snapshot)
{
    std::vector<checks::Finding> debt;
    const auto add = [&](const checks::Findings& shown, const std::vector<checks::SuppressedFinding>& suppressed) {
        debt.insert(debt.end(), shown.begin(), shown.end());
        for (const auto& each : suppressed) {
            if (each.by == checks::SuppressedBy::Baseline)
                debt.push_back(each.finding);
        }
    };
    add(snapshot.findings, snapshot.suppressed);
    const auto flows = workspace::sortedFlowFindings(snapshot);
    add(flows.shown, flows.suppressed);
    return debt;
}

} // namespace

void addWritingOptions(QCommandLineParser& parser)
{
    parser.addOptions({
        {u"fix"_s, u"Mend what has one certain mend, and write the files. Prints what it did."_s},
        {u"dry-run"_s, u"With --fix: print the difference and write nothing."_s},
        {u"write-baseline"_s, u"Take what is found now for old debt: write it to .meshdraft/baseline.yaml."_s},
    });
}

QString wrongWritingOptions(const QCommandLineParser& parser)
{
    const bool fixes = parser.isSet(u"fix"_s);
    const bool writes = parser.isSet(u"write-baseline"_s);
    if (fixes && writes)
        return u"Choose one of --fix and --write-baseline."_s;
    if (parser.isSet(u"dry-run"_s) && !fixes)
        return u"--dry-run goes with --fix."_s;
    if (parser.isSet(u"rev"_s) && (writes || fixes))
        return u"A revision is read-only; check it out first."_s;
    return {};
}

Written fixFindings(const std::vector<workspace::SnapshotPtr>& snapshots, const std::set<std::string>& codes,
                    bool isDryRun)
{
    Written written;
    workspace::SnapshotPtr now = snapshots.front();
    QString lines;
    int done = 0;
    for (std::size_t i = 0; i < snapshots.size(); ++i) {
        const auto& name = snapshots[i]->environment.name;
        if (i > 0) {
            // the files with what was mended in the environments before
            const auto next = workspace::withEnvironment(*now, name);
            if (!next) {
                complain(workspace::errorText(next.error()));
                written.isFine = false;
                continue;
            }
            now = *next;
        }
        auto run = workspace::applyCertainFixes(now, codes);
        for (const auto& step : run.done) {
            lines += lineOf(step.finding, step.fix) + u'\n';
            ++done;
        }
        for (const auto& refusal : run.refused)
            complainOf(refusal);
        now = run.after;
        written.after.push_back(now);
    }
    if (isDryRun) {
        writeOut(diffOf(*now));
    } else {
        written.isFine = save(*now) && written.isFine;
        if (!written.isFine)
            return written;
        writeOut((lines + u"%1 mended in %2 files\n"_s.arg(done).arg(now->changedFiles().size())).toUtf8());
    }
    return written;
}

Written writeBaseline(const std::vector<workspace::SnapshotPtr>& snapshots)
{
    const auto& first = *snapshots.front();
    auto baseline = checks::readBaseline(first.saved);
    std::size_t count = 0;
    for (const auto& snapshot : snapshots) {
        const auto debt = debtOf(*snapshot);
        count += debt.size();
        checks::putFindings(baseline, snapshot->environment.name, debt);
    }
    Written written;
    const auto edited =
        workspace::withEdit(first, textEdit(first, checks::Baseline::path, checks::baselineText(baseline)));
    if (!edited)
        complain(workspace::errorText(edited.error()));
    written.isFine = edited && save(**edited);
    if (written.isFine)
        writeOut(u"%1 findings written to %2\n"_s.arg(count)
                     .arg(QLatin1StringView(checks::Baseline::path.data(), qsizetype(checks::Baseline::path.size())))
                     .toUtf8());
    return written;
}

} // namespace meshdraft::cli
