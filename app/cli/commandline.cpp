// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commandline.h"

#include "models/mesh/projectfile.h"
#include "models/workspace/words.h"

#include <QRegularExpression>

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
        if (auto snapshot = workspace::withEnvironment(**first, environment.name))
            snapshots.push_back(*snapshot);
        else
            complain(u"%1 is left out. %2"_s.arg(workspace::printable(environment.name),
                                                 workspace::errorText(snapshot.error())));
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

ResourceName parseResourceName(const QString& text)
{
    struct Spelling {
        const char* kind;
        const char* plural;
        const char* shortName;
    };
    // Names and short names of the custom resource definitions of Istio and the Gateway API, and of Kubernetes.
    static constexpr std::array spellings = {
        Spelling{"VirtualService", "virtualservices", "vs"},
        Spelling{"DestinationRule", "destinationrules", "dr"},
        Spelling{"Gateway", "gateways", "gw"},
        Spelling{"ServiceEntry", "serviceentries", "se"},
        Spelling{"HTTPRoute", "httproutes", ""},
        Spelling{"GRPCRoute", "grpcroutes", ""},
        Spelling{"TCPRoute", "tcproutes", ""},
        Spelling{"TLSRoute", "tlsroutes", ""},
        Spelling{"Service", "services", "svc"},
        Spelling{"Deployment", "deployments", "deploy"},
    };
    const auto slash = text.indexOf(u'/');
    if (slash <= 0 || slash + 1 >= text.size())
        return {};
    auto kind = text.left(slash).toLower();
    if (const auto dot = kind.indexOf(u'.'); dot > 0)
        kind = kind.left(dot);
    for (const auto& spelling : spellings) {
        const auto singular = QString::fromLatin1(spelling.kind).toLower();
        if (kind == singular || kind == QLatin1StringView(spelling.plural)
            || (*spelling.shortName != '\0' && kind == QLatin1StringView(spelling.shortName)))
            return {spelling.kind, text.mid(slash + 1).toStdString()};
    }
    return {};
}

} // namespace meshdraft::cli
