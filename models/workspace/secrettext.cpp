// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/secrettext.h"

#include <algorithm>

namespace meshdraft::workspace {
namespace {

constexpr std::size_t nearby = 48; ///< bytes between `kind` and its value: quotes, tag, anchor, line end

bool isSecretKind(std::string_view kind)
{
    return kind == "Secret" || kind == "SecretList";
}

bool holdsSecret(const source::NodeRef& resource)
{
    if (isSecretKind(resource["kind"].value()))
        return true;
    const auto items = resource["items"].resolved().items();
    return std::ranges::any_of(items, [](const source::NodeRef& item) { return isSecretKind(item["kind"].value()); });
}

/// A reference to a Secret (of a Gateway, for example) says `kind: Secret`, too, but has no data beside it.
bool readsAsSecret(std::string_view text)
{
    if (text.contains("secretGenerator"))
        return true;
    if (!text.contains("data:") && !text.contains("Data:") && !text.contains("ata\"") && !text.contains("ata'"))
        return false;
    for (auto at = text.find("kind"); at != std::string_view::npos; at = text.find("kind", at + 1)) {
        if (text.substr(at, nearby).contains("Secret"))
            return true;
    }
    return false;
}

} // namespace

bool mayHoldSecret(const source::ParsedText& text)
{
    return readsAsSecret(*text.text) || std::ranges::any_of(text.documents, [](const auto& document) {
               return holdsSecret(document->root().resolved());
           });
}

} // namespace meshdraft::workspace
