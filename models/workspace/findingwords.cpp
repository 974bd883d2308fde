// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/wordtable.h"

#include <QtGlobal>

#include <array>

namespace meshdraft::workspace {

namespace {

constexpr auto table = std::to_array<Words>({
    // checks/messages.h; those that end in ".unknown" stand for all places that the files cannot settle.
    {"file.template", QT_TRANSLATE_NOOP("meshdraft", "This is a Helm or Go template: listed, but not read.")},
    {"file.skipped", QT_TRANSLATE_NOOP("meshdraft", "The file was not read.")},
    {"duplicate.identity",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 %2 is defined twice; the other one is at %3. Only one of them can exist in a cluster.")},
    {"dangling.gateway", QT_TRANSLATE_NOOP("meshdraft", "There is no Gateway %1. Create it, or name one that exists.")},
    {"dangling.gateway.unknown",
     QT_TRANSLATE_NOOP("meshdraft", "Gateway %1 is not in these files and may exist elsewhere (places: %2).")},
    {"dangling.parent",
     QT_TRANSLATE_NOOP("meshdraft", "There is no %1 for this route to attach to. Create it, or name one that exists.")},
    {"dangling.parent.unknown",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1, which routes attach to, is not in these files and may exist elsewhere (places: %2).")},
    {"dangling.host",
     QT_TRANSLATE_NOOP(
         "meshdraft",
         "No Service or ServiceEntry has the host %1, seen from namespace %2. Requests fail with 503 (NC) or "
         "have no endpoint.")},
    {"dangling.host.unknown",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Host %1, seen from namespace %2, is not in these files and may exist elsewhere (places: %3).")},
    {"dangling.host.short",
     QT_TRANSLATE_NOOP(
         "meshdraft",
         "Istio does not complete the host %1 (it has a dot), so it names nothing in namespace %2. Write %3.")},
    {"dangling.host.none", QT_TRANSLATE_NOOP("meshdraft", "This destination names no host. Add one.")},
    {"dangling.port", QT_TRANSLATE_NOOP("meshdraft", "%2 has no port %1. Name one that it has, or add it there.")},
    {"dangling.subset",
     QT_TRANSLATE_NOOP("meshdraft",
                       "No DestinationRule for %2 has the subset %1. Requests fail with 503 (NC) until there is one.")},
    {"dangling.subset.unknown",
     QT_TRANSLATE_NOOP("meshdraft", "Subset %1 of %2 is not in these files and may exist elsewhere (places: %3).")},
    {"dangling.delegate", QT_TRANSLATE_NOOP("meshdraft", "There is no VirtualService %1 to delegate to.")},
    {"dangling.delegate.unknown",
     QT_TRANSLATE_NOOP(
         "meshdraft",
         "VirtualService %1, which is delegated to, is not in these files and may exist elsewhere (places: %2).")},
    {"dangling.rule.host",
     QT_TRANSLATE_NOOP(
         "meshdraft",
         "No Service or ServiceEntry has the host %1, seen from namespace %2: this DestinationRule does nothing.")},

    // topology/topology.h: what a picture shows in place of something that is not there.
    {"missing.gateway", QT_TRANSLATE_NOOP("meshdraft", "There is no such Gateway.")},
    {"missing.service", QT_TRANSLATE_NOOP("meshdraft", "No Service or ServiceEntry has this host.")},
    {"missing.virtualservice", QT_TRANSLATE_NOOP("meshdraft", "There is no such VirtualService.")},
    {"missing.subset", QT_TRANSLATE_NOOP("meshdraft", "No DestinationRule has this subset.")},
    {"unknown.gateway", QT_TRANSLATE_NOOP("meshdraft", "This Gateway is not in these files and may exist elsewhere.")},
    {"unknown.service", QT_TRANSLATE_NOOP("meshdraft", "This host is not in these files and may exist elsewhere.")},
    {"unknown.virtualservice",
     QT_TRANSLATE_NOOP("meshdraft", "This VirtualService is not in these files and may exist elsewhere.")},
    {"unknown.subset", QT_TRANSLATE_NOOP("meshdraft", "This subset is not in these files and may exist elsewhere.")},
});

} // namespace

std::span<const Words> findingWords()
{
    return table;
}

} // namespace meshdraft::workspace
