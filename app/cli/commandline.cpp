// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commandline.h"

#include "models/mesh/projectfile.h"
#include "models/workspace/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace meshdraft::cli {

void addCommonOptions(QCommandLineParser& parser)
{
    parser.addOptions({
        {u"repo"_s, u"The repository, or a directory in it (default: the current directory)."_s, u"DIR"_s, u"."_s},
        {u"rev"_s, u"Read this revision (default: the working tree)."_s, u"REV"_s},
        {u"env"_s, u"The environment: a name, a directory or file of the repository, or 'all'."_s, u"NAME"_s},
    });
}

CommonOptions commonOptions(const QCommandLineParser& parser)
{
    return {parser.value(u"repo"_s), parser.value(u"rev"_s), parser.value(u"env"_s).toStdString()};
}

std::optional<int> parse(QCommandLineParser& parser, const QString& command, const QStringList& arguments)
{
    const auto help = parser.addHelpOption();
    if (!parser.parse(QStringList{u"meshdraft-cli "_s + command} + arguments)) {
        complain(parser.errorText());
        complain(u"See meshdraft-cli %1 --help."_s.arg(command));
        return WrongUsage;
    }
    if (parser.isSet(help)) {
        auto text = parser.helpText();
        // The parser names the program's file; the command belongs to the usage line as well.
        static const QRegularExpression usage(u"^Usage: \\S+"_s);
        text.replace(usage, u"Usage: meshdraft-cli "_s + command);
        writeOut(text.toUtf8());
        return Fine;
    }
    return std::nullopt;
}

std::vector<workspace::SnapshotPtr> openSnapshots(const CommonOptions& options)
{
    const auto name = options.environment == "all" ? std::string() : options.environment;
    return snapshotsFrom(workspace::openSnapshot(options.repository, options.revision, name), options);
}

std::vector<workspace::SnapshotPtr> snapshotsFrom(const Expected<workspace::SnapshotPtr>& first,
                                                  const CommonOptions& options)
{
    const bool all = options.environment == "all";
    if (!first) {
        complain(workspace::errorText(first.error()));
        return {};
    }
    if ((*first)->environmentError && !all && !options.environment.empty()) {
        complain(workspace::errorText(*(*first)->environmentError));
        return {};
    }
    complainOfProjectFile(**first);
    if (!all)
        return {*first};

    std::vector<workspace::SnapshotPtr> snapshots;
    for (const auto& environment : (*first)->environments) {
        if (auto snapshot = workspace::withEnvironment(**first, environment.name)) {
            snapshots.push_back(*snapshot);
        } else {
            complain(u"%1 is left out. %2"_s.arg(workspace::printable(environment.name),
                                                 workspace::errorText(snapshot.error())));
        }
    }
    return snapshots;
}

bool complainOfProjectFile(const workspace::Snapshot& snapshot)
{
    const auto errors = snapshot.projectErrors();
    for (const auto& error : errors)
        complain(workspace::errorText(error));
    if (snapshot.suppressions) {
        for (const auto& note : snapshot.suppressions->expired)
            complain(workspace::errorText(note));
    }
    return errors.empty();
}

void writeOut(const QByteArray& bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
    std::fflush(stdout);
}

void complain(const QString& text)
{
    const auto line = (u"meshdraft-cli: "_s + text + u'\n').toUtf8();
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
}

int failed(const Error& error, ExitCode code)
{
    complain(workspace::errorText(error));
    return code;
}

const char* kindSpelled(std::string_view written, std::span<const KindSpelling> spellings)
{
    const auto kind = QString::fromUtf8(written.data(), static_cast<qsizetype>(written.size())).toLower();
    const auto found = std::ranges::find_if(spellings, [&](const KindSpelling& spelling) {
        return kind == QString::fromLatin1(spelling.kind).toLower() || kind == QLatin1StringView(spelling.plural)
            || (*spelling.shortName != '\0' && kind == QLatin1StringView(spelling.shortName));
    });
    return found == spellings.end() ? nullptr : found->kind;
}

ResourceName writtenResourceName(const QString& text)
{
    const auto slash = text.indexOf(u'/');
    if (slash <= 0 || slash + 1 >= text.size())
        return {};
    auto kind = text.left(slash);
    if (const auto dot = kind.indexOf(u'.'); dot > 0)
        kind.truncate(dot);
    return {.kind = kind.toStdString(), .name = text.mid(slash + 1).toStdString()};
}

ResourceName parseResourceName(const QString& text)
{
    // Names and short names of the custom resource definitions of Istio and the Gateway API, and of Kubernetes.
    static constexpr std::array spellings = {
        KindSpelling{"VirtualService", "virtualservices", "vs"},
        KindSpelling{"DestinationRule", "destinationrules", "dr"},
        KindSpelling{"Gateway", "gateways", "gw"},
        KindSpelling{"ServiceEntry", "serviceentries", "se"},
        KindSpelling{"HTTPRoute", "httproutes", ""},
        KindSpelling{"GRPCRoute", "grpcroutes", ""},
        KindSpelling{"TCPRoute", "tcproutes", ""},
        KindSpelling{"TLSRoute", "tlsroutes", ""},
        KindSpelling{"Service", "services", "svc"},
        KindSpelling{"Deployment", "deployments", "deploy"},
    };
    auto written = writtenResourceName(text);
    const auto* kind = kindSpelled(written.kind, spellings);
    if (kind == nullptr)
        return {};
    written.kind = kind;
    return written;
}

} // namespace meshdraft::cli
