// SPDX-License-Identifier: Apache-2.0
// meshdraft-cli sample: the sample mesh as a Git repository.
#include "app/cli/commandline.h"

#include "models/git/samplerepository.h"
#include "models/workspace/words.h"

using namespace Qt::StringLiterals;

namespace meshdraft::cli {

int sampleCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Makes the sample mesh, an online shop, as a Git repository in a new directory."_s);
    parser.addPositionalArgument(u"DIR"_s, u"A directory that does not exist or is empty."_s);
    if (const auto code = parse(parser, u"sample"_s, arguments))
        return *code;
    if (parser.positionalArguments().size() != 1) {
        complain(u"Expected one directory."_s);
        return WrongUsage;
    }
    if (const auto made = git::materialise(u":/sample"_s, parser.positionalArguments().first()); !made) {
        complain(workspace::errorText(made.error()));
        return UnreadableInput;
    }
    return Fine;
}

} // namespace meshdraft::cli
