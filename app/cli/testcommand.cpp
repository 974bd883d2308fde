// SPDX-License-Identifier: Apache-2.0
// meshdraft-cli test: the routing tests of a repository.
#include "app/cli/testformats.h"

#include "models/workspace/words.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::cli {
namespace {

/// The file as it is in the revision, else on the disk.
source::ParsedTextPtr textOf(const workspace::Snapshot& snapshot, const std::string& path)
{
    if (const mesh::SourceFile* file = snapshot.current.find(path))
        return file->text;
    QFile file(QString::fromStdString(path));
    if (!snapshot.revision.isEmpty() || !file.open(QIODevice::ReadOnly))
        return nullptr;
    return source::parseText(file.readAll().toStdString());
}

} // namespace

int testCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Runs the routing tests of a repository: saved requests with what the mesh has to do to them.\n"
        "Ends with 1 where one fails."_s);
    addCommonOptions(parser);
    parser.addPositionalArgument(u"FILE"_s, u"Default: .meshdraft/requests.yaml"_s, u"[FILE]"_s);
    parser.addOptions({
        {u"format"_s, u"text (default), json or junit."_s, u"FORMAT"_s, u"text"_s},
        {{u"o"_s, u"output"_s}, u"Write to this file."_s, u"FILE"_s},
    });
    if (const auto code = parse(parser, u"test"_s, arguments))
        return *code;
    const TestFormat* format = testFormatNamed(parser.value(u"format"_s));
    if (format == nullptr || parser.positionalArguments().size() > 1) {
        complain(format == nullptr ? u"Unknown format '%1': text, json or junit."_s.arg(
                                         workspace::printable(parser.value(u"format"_s).toStdString()))
                                   : u"Expected one file of tests."_s);
        return WrongUsage;
    }
    const auto snapshots = openSnapshots(commonOptions(parser));
    if (snapshots.empty())
        return UnreadableInput;
    TestReport report;
    report.path = parser.positionalArguments().isEmpty() ? std::string(traffic::RoutingTests::path)
                                                         : parser.positionalArguments().front().toStdString();
    const auto text = textOf(*snapshots.front(), report.path);
    if (text == nullptr) {
        complain(u"There is no file %1."_s.arg(workspace::printable(report.path)));
        return UnreadableInput;
    }
    const traffic::RoutingTests tests = traffic::readRoutingTests(*text, report.path);
    report.errors = tests.errors;
    for (const Error& error : tests.errors)
        complain(workspace::errorText(error));
    if (tests.tests.empty() && !tests.errors.empty())
        return UnreadableInput;
    for (const auto& snapshot : snapshots) {
        const traffic::Evaluator mesh = evaluatorOf(*snapshot);
        TestReport::Suite suite{.environment = snapshot->environment.name, .view = &mesh.view(), .cases = {}};
        for (const traffic::RoutingTest& test : tests.tests)
            suite.cases.push_back({&test, traffic::runTest(mesh, test)});
        report.suites.push_back(std::move(suite));
    }
    if (!writeResult(parser.value(u"output"_s), format->write(report)))
        return UnreadableInput;
    return report.failed() > 0 || !report.errors.empty() ? Differences : Fine;
}

} // namespace meshdraft::cli
