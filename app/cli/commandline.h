// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

#include <QCommandLineParser>
#include <QStringList>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::cli {

/// Exit codes of the command line (docs/command-line.md).
enum ExitCode { Fine = 0, Differences = 1, WrongUsage = 2, UnreadableInput = 3 };

/// What every command takes.
struct CommonOptions {
    QString repository = QStringLiteral(".");
    QString revision; ///< empty: the working tree
    std::string environment; ///< empty: the default one; "all"
};

/// A command of the program: its name, one line for --help, and what runs it with the arguments behind the name.
struct Command {
    const char* name;
    const char* summary;
    int (*run)(const QStringList& arguments);
};

int analyzeCommand(const QStringList& arguments);
int canaryCommand(const QStringList& arguments);
int diffCommand(const QStringList& arguments);
int environmentsCommand(const QStringList& arguments);
int explainCommand(const QStringList& arguments);
int flowsCommand(const QStringList& arguments);
int historyCommand(const QStringList& arguments);
int splitCommand(const QStringList& arguments);
int stackCommand(const QStringList& arguments);
int renderCommand(const QStringList& arguments);
int reviewCommand(const QStringList& arguments);
int rollbackCommand(const QStringList& arguments);
int runbookCommand(const QStringList& arguments);
int matrixCommand(const QStringList& arguments);
int reachCommand(const QStringList& arguments);
int testCommand(const QStringList& arguments);
int sampleCommand(const QStringList& arguments);

/// Adds --repo, --rev and --env.
void addCommonOptions(QCommandLineParser& parser);
CommonOptions commonOptions(const QCommandLineParser& parser);

/// Parses; on --help prints it and on wrong usage the reason, and returns the exit code to end with.
std::optional<int> parse(QCommandLineParser& parser, const QString& command, const QStringList& arguments);

/// Those of what was opened: one snapshot for every environment that is asked for (one, or all that can be read).
/// Prints what is wrong to standard error. Empty: nothing could be opened.
std::vector<workspace::SnapshotPtr> snapshotsFrom(const Expected<workspace::SnapshotPtr>& first,
                                                  const CommonOptions& options);
/// The same of the repository that the options name.
std::vector<workspace::SnapshotPtr> openSnapshots(const CommonOptions& options);

/// Prints what is wrong with .meshdraft.yaml to standard error; true when nothing is.
bool complainOfProjectFile(const workspace::Snapshot& snapshot);

/// Writes to standard output, exactly these bytes.
void writeOut(const QByteArray& bytes);
/// Writes a line to standard error, control characters escaped, "meshdraft-cli: " in front.
void complain(const QString& text);

/// Complains of an error; the exit code to end with.
int failed(const Error& error, ExitCode code);

/// "virtualservice/reviews" as kubectl names resources: kind in any case, singular, plural or short, with or without
/// its group. Empty kind: not of this form or an unknown kind.
struct ResourceName {
    std::string kind; ///< as Kubernetes spells it: VirtualService
    std::string name;
};
ResourceName parseResourceName(const QString& text);
/// The same with the kind as it is written, without its group; any kind.
ResourceName writtenResourceName(const QString& text);

/// How the name of a kind may be written.
struct KindSpelling {
    const char* kind;
    const char* plural;
    const char* shortName; ///< empty: none
};
/// The kind that is written in one of these ways, in any case; null: none is.
const char* kindSpelled(std::string_view written, std::span<const KindSpelling> spellings);

} // namespace meshdraft::cli
