// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/readers.h"

namespace meshdraft::mesh {

using source::NodeRef;

RequestAuthentication readRequestAuthentication(YamlReader& yaml, NodeRef root)
{
    RequestAuthentication policy;
    const NodeRef spec = yaml.get(root, "spec");
    policy.target = readPolicyTarget(yaml, spec);
    for (const NodeRef item : yaml.items(yaml.get(spec, "jwtRules"))) {
        RequestAuthentication::JwtRule rule;
        rule.node = item.id();
        rule.issuer = yaml.string(item, "issuer");
        rule.audiences = yaml.strings(yaml.get(item, "audiences"));
        rule.jwksUri = yaml.string(item, "jwksUri");
        if (!rule.jwksUri.isPresent())
            rule.jwksUri = yaml.string(item, "jwks_uri"); // the older spelling
        rule.jwks = yaml.string(item, "jwks");
        for (const NodeRef header : yaml.items(yaml.get(item, "fromHeaders"))) {
            if (Field<std::string> name = yaml.string(header, "name"); name.isPresent())
                rule.fromHeaders.push_back(std::move(name));
        }
        rule.fromParams = yaml.strings(yaml.get(item, "fromParams"));
        rule.fromCookies = yaml.strings(yaml.get(item, "fromCookies"));
        policy.rules.push_back(std::move(rule));
    }
    return policy;
}

} // namespace meshdraft::mesh
