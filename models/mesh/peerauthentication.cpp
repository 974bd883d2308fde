// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/readers.h"

#include <charconv>

namespace meshdraft::mesh {

using source::NodeRef;

PeerAuthentication readPeerAuthentication(YamlReader& yaml, NodeRef root)
{
    PeerAuthentication policy;
    const NodeRef spec = yaml.get(root, "spec");
    policy.target = readPolicyTarget(yaml, spec);
    policy.mode = yaml.string(yaml.get(spec, "mtls"), "mode");
    for (const auto& [key, value] : yaml.entries(yaml.get(spec, "portLevelMtls"))) {
        const std::string_view text = key.value();
        std::uint32_t port = 0;
        const auto parsed = std::from_chars(text.data(), text.data() + text.size(), port);
        Field<std::string> mode = yaml.string(value, "mode");
        if (parsed.ec == std::errc() && parsed.ptr == text.data() + text.size() && mode.isPresent())
            policy.portModes.insert_or_assign(port, std::move(mode));
    }
    return policy;
}

} // namespace meshdraft::mesh
