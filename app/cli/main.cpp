// SPDX-License-Identifier: Apache-2.0
// meshdraft-cli: the command line over the same models as the window.
#include "app/cli/commandline.h"
#include "models/topology/layout.h"

#include <QGuiApplication>

#include <algorithm>
#include <array>
#include <cstring>
#include <span>
#include <string_view>

using namespace Qt::StringLiterals;
using namespace meshdraft;

namespace {

constexpr std::array commands = {
    cli::Command{"analyze", "findings of all checks", cli::analyzeCommand},
    cli::Command{"canary", "a canary in steps, as stacked branches", cli::canaryCommand},
    cli::Command{"diff", "what two versions of a file mean differently, for git diff", cli::diffCommand},
    cli::Command{"environments", "what there is to look at, for which Istio", cli::environmentsCommand},
    cli::Command{"explain", "what the mesh does to one request, and why", cli::explainCommand},
    cli::Command{"flows", "where requests go from each entry, hop by hop", cli::flowsCommand},
    cli::Command{"history", "the commits that change what a resource or host means", cli::historyCommand},
    cli::Command{"split", "change a traffic split in place", cli::splitCommand},
    cli::Command{"render", "the topology as a picture", cli::renderCommand},
    cli::Command{"review", "what differs between two revisions, and for which requests", cli::reviewCommand},
    cli::Command{"rollback", "take back a commit, a range or one resource, as a branch", cli::rollbackCommand},
    cli::Command{"runbook", "how to make a change by hand in an emergency", cli::runbookCommand},
    cli::Command{"matrix", "settings over environments, side by side", cli::matrixCommand},
    cli::Command{"reach", "who can reach whom, and why not", cli::reachCommand},
    cli::Command{"test", "run the routing tests of a repository", cli::testCommand},
    cli::Command{"stack", "what differs between two commits, as stacked branches", cli::stackCommand},
    cli::Command{"sample", "make the sample mesh as a Git repository", cli::sampleCommand},
};

QString helpText()
{
    auto text = u"Usage: meshdraft-cli COMMAND [options]\n"
                "See and change service-mesh configuration in Git.\n\nCommands:\n"_s;
    for (const auto& command : commands)
        text += u"  %1 %2\n"_s.arg(QLatin1StringView(command.name), -12).arg(QLatin1StringView(command.summary));
    text += u"\nOptions:\n  --help     this text; after a command: its options\n  --version  the version\n\n"
            "Every command takes --repo DIR, --rev REV and --env NAME|all.\n"
            "Exit codes: 0 fine, 1 findings or differences, 2 wrong usage, 3 input that could not be read.\n"_s;
    return text;
}

/// `render`, and a review as HTML.
bool drawsPicture(int argc, char* const* argv)
{
    const std::span arguments(argv, static_cast<std::size_t>(argc));
    if (argc < 2)
        return false;
    const std::string_view command = arguments[1];
    return command == "render" || (command == "review" && std::ranges::any_of(arguments, [](std::string_view one) {
                                       return one.ends_with("html");
                                   }));
}

int runCommand(const cli::Command& command, QStringList arguments)
{
    arguments = arguments.mid(2);
    return command.run(arguments);
}

} // namespace

int main(int argc, char* argv[])
{
    if (argc > 1 && std::strcmp(argv[1], "--layout-worker") == 0)
        return topology::runLayoutWorker();

    // Only a picture needs fonts; it is drawn without any display.
    const bool needsGui = drawsPicture(argc, argv);
    std::unique_ptr<QCoreApplication> application;
    if (needsGui) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        application = std::make_unique<QGuiApplication>(argc, argv);
    } else {
        application = std::make_unique<QCoreApplication>(argc, argv);
    }
    QCoreApplication::setApplicationName(u"meshdraft-cli"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(MESHDRAFT_VERSION));

    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        cli::complain(u"A command is missing; see meshdraft-cli --help."_s);
        return cli::WrongUsage;
    }
    const auto& name = arguments[1];
    if (name == "--help"_L1 || name == "-h"_L1 || name == "help"_L1) {
        cli::writeOut(helpText().toUtf8());
        return cli::Fine;
    }
    if (name == "--version"_L1 || name == "-v"_L1) {
        cli::writeOut((u"meshdraft-cli "_s + QCoreApplication::applicationVersion() + u'\n').toUtf8());
        return cli::Fine;
    }
    for (const auto& command : commands) {
        if (name == QLatin1StringView(command.name))
            return runCommand(command, arguments);
    }
    cli::complain(u"There is no command '%1'; see meshdraft-cli --help."_s.arg(name));
    return cli::WrongUsage;
}
