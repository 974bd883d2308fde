<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>FactSheet</name>
    <message>
        <location filename="../views/inspector/facts.cpp" line="102"/>
        <location filename="../views/inspector/facts.cpp" line="114"/>
        <source>any request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="102"/>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="106"/>
        <source>Every request that no route above has taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="119"/>
        <source>1 match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="119"/>
        <source>%1 matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="125"/>
        <source>Timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="125"/>
        <location filename="../views/inspector/facts.cpp" line="145"/>
        <location filename="../views/inspector/facts.cpp" line="176"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="127"/>
        <source>Retries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="128"/>
        <source>Istio&apos;s default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="131"/>
        <source>Timeout a try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="143"/>
        <source>1 retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="143"/>
        <source>%1 retries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="150"/>
        <location filename="../views/inspector/facts.cpp" line="269"/>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="150"/>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="151"/>
        <source>Fault injection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="152"/>
        <source>Header changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="153"/>
        <source>CORS policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="154"/>
        <source>Rewrite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="156"/>
        <source>Redirect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="159"/>
        <source>Direct response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="168"/>
        <source>fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="168"/>
        <source>headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="169"/>
        <source>CORS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="169"/>
        <source>rewrite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="170"/>
        <source>redirect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="170"/>
        <source>direct response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="183"/>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="198"/>
        <source>1 pod</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="198"/>
        <source>%1 pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="201"/>
        <source>no workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="203"/>
        <source>1 workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="203"/>
        <source>%1 workloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="212"/>
        <source>no such host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="212"/>
        <source>outside these files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="216"/>
        <source>external</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="228"/>
        <source>no such subset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="249"/>
        <source>any host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="250"/>
        <location filename="../views/inspector/facts.cpp" line="268"/>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="251"/>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="253"/>
        <location filename="../views/inspector/facts.cpp" line="282"/>
        <location filename="../views/inspector/facts.cpp" line="293"/>
        <source>Selector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="254"/>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="256"/>
        <location filename="../views/inspector/facts.cpp" line="272"/>
        <source>Hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="257"/>
        <location filename="../views/inspector/facts.cpp" line="270"/>
        <source>Exported to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="259"/>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="269"/>
        <source>Circuit breaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="274"/>
        <location filename="../views/inspector/facts.cpp" line="280"/>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="276"/>
        <source>Location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="277"/>
        <source>Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="283"/>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="284"/>
        <source>External name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="285"/>
        <source>Behind it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="287"/>
        <source>Pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="288"/>
        <source>not stated in the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="289"/>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="290"/>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="292"/>
        <source>mTLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="292"/>
        <source>inherited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="293"/>
        <source>the whole namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="303"/>
        <source>Gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="303"/>
        <source>Exposes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="305"/>
        <source>Routes to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="305"/>
        <source>Routed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="307"/>
        <source>Mirrors to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="307"/>
        <source>Mirrored by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="309"/>
        <source>Delegates to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="309"/>
        <source>Delegated by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="311"/>
        <source>Applies to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="311"/>
        <source>Policy of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="313"/>
        <source>Selects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="313"/>
        <source>Selected by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="331"/>
        <source>%1, which does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="347"/>
        <source>nowhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="349"/>
        <source>1 reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/facts.cpp" line="349"/>
        <source>%1 references</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GraphCanvas</name>
    <message>
        <location filename="../views/topology/canvastext.cpp" line="32"/>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvastext.cpp" line="34"/>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvastext.cpp" line="36"/>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvastext.cpp" line="75"/>
        <source>worst finding: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvastext.cpp" line="101"/>
        <source>%1 % → %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/canvastext.cpp" line="204"/>
        <source>subset %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <location filename="../app/main.cpp" line="54"/>
        <source>See, change and review mesh configuration in Git</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/main.cpp" line="57"/>
        <source>Directory of the Git repository to open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/main.cpp" line="58"/>
        <source>Make the sample mesh in DIR if DIR is empty, and open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/main.cpp" line="60"/>
        <source>Environment to open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/main.cpp" line="61"/>
        <source>Revision to look at (read only).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/main.cpp" line="62"/>
        <source>light, dark or system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/main.cpp" line="64"/>
        <source>Run through the sample by itself and leave pictures in OUTDIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/main.cpp" line="65"/>
        <source>Lay out pictures for another process (internal).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/main.cpp" line="69"/>
        <source>only one repository can be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/main.cpp" line="84"/>
        <source>--theme is light, dark or system</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Topology</name>
    <message>
        <location filename="../models/topology/render/words.cpp" line="36"/>
        <source>1 pod</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="36"/>
        <source>%1 pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="42"/>
        <source>no such service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="44"/>
        <source>no such gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="46"/>
        <source>no such VirtualService</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="47"/>
        <source>not in these files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="52"/>
        <source>no such subset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="58"/>
        <source>mirror %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="71"/>
        <source>1 virtual service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="72"/>
        <source>%1 virtual services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="73"/>
        <source>1 route table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="74"/>
        <source>%1 route tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="76"/>
        <source>1 workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/topology/render/words.cpp" line="77"/>
        <source>%1 workloads</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft</name>
    <message>
        <location filename="../models/workspace/words.cpp" line="165"/>
        <location filename="../models/workspace/words.cpp" line="167"/>
        <source>every request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/words.cpp" line="168"/>
        <source>no destination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/words.cpp" line="170"/>
        <source>no labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/words.cpp" line="183"/>
        <source>No risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/words.cpp" line="185"/>
        <source>Low risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/words.cpp" line="187"/>
        <source>Medium risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/words.cpp" line="189"/>
        <source>High risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="14"/>
        <source>This is not valid YAML: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="15"/>
        <source>The file is not UTF-8 (%1). Convert it to UTF-8 to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="17"/>
        <source>The file is not valid UTF-8 (byte 0x%1). Convert it to UTF-8 to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="19"/>
        <source>The control character %1 is not allowed in YAML. Remove it, or escape it in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="21"/>
        <source>The file is larger than %1 bytes and was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="22"/>
        <source>The YAML is nested deeper than %1 levels and was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="24"/>
        <source>The line is longer than %1 bytes; the document was not read. Break the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="26"/>
        <source>A carriage return without a line feed: some parsers break the line here. Use one kind of line end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="30"/>
        <source>A Unicode line separator outside quotes: YAML 1.1 breaks the line here, YAML 1.2 does not. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="33"/>
        <source>The alias *%1 stands inside the node that it stands for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="35"/>
        <source>The aliases of this document grow to millions of nodes; it was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="37"/>
        <source>The bytes of this document could not be matched to what YAML reads; it was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="40"/>
        <source>The key %1 stands twice in this mapping; the last one counts. Remove the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="44"/>
        <source>The edit was refused: the value hangs on the anchor &amp;%1 (alias on line %2), so other places would change with it. Edit the anchor, or write the value out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="49"/>
        <source>The edit was refused: this mapping takes entries from another one by &lt;&lt;, and the new key %1 could hide one of them. Write the entries out first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="54"/>
        <source>The edit was refused: this is a template. Templates are shown, never edited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="56"/>
        <source>The edit was refused: the file could not be parsed. Mend its YAML first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="58"/>
        <source>The edit was refused: the file could not be read as YAML. Mend it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="60"/>
        <source>The edit was refused: what it names is not in the file any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="62"/>
        <source>The edit was refused: %1 is not among the files that were read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="63"/>
        <source>The edit was refused: a single value was expected here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="65"/>
        <source>The edit was refused: a mapping (key: value) was expected here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="66"/>
        <source>The edit was refused: the mapping has the key %1 already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="67"/>
        <source>The edit was refused: it changes the same value twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="68"/>
        <source>The edit was refused: the new value is not valid UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="70"/>
        <source>The edit was refused: the new text would not read as intended because of how the lines are laid out here. Make this edit by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="74"/>
        <source>The edit was refused: its parts overlap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="75"/>
        <source>The edit was refused: it reaches beyond the end of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="77"/>
        <source>The edit was refused: %1 has changed since. Look at it and make the edit again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="78"/>
        <source>There is nothing to edit: open a repository first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="80"/>
        <source>Revision %1 is shown as it was and cannot be edited. Open the working tree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="81"/>
        <source>%1 %2 has no route at %3 any more. Select the route again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="82"/>
        <source>%1 %2 has no pending change to revert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="83"/>
        <source>%1 weights were given for %2 destinations; each needs one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="85"/>
        <source>%1 cannot be the weight of %2; expected a whole number from 0 to 1,000,000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="86"/>
        <source>This route has a delegate; its split is set in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="87"/>
        <source>The route has no destination %1. It has: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="89"/>
        <source>%1 can mean several destinations. Name one of: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="90"/>
        <source>There is no route %1. There are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="91"/>
        <source>Several routes can be meant. Name one of: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="94"/>
        <source>git was not found. Install it, or put it on the PATH.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="96"/>
        <source>%1 is not in a Git repository. Choose a directory of one, or run git init there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="99"/>
        <source>Git does not trust %1 because somebody else owns it. If you do: git config --global --add safe.directory %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="102"/>
        <source>%1 failed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="103"/>
        <source>There is no revision %1 in this repository.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="105"/>
        <source>The content of object %1 is not in this repository (a partial clone?). git fetch brings it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="108"/>
        <source>Git does not know who you are. Set user.name and user.email with git config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="109"/>
        <source>%1 could not be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="110"/>
        <source>%1 leads outside the repository and is left alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="111"/>
        <source>%1 is, or lies behind, a symbolic link; links are not followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="112"/>
        <source>%1 has %2 bytes; files over 32 MB are not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="114"/>
        <source>%1 changed on disk meanwhile; nothing was written. Reload it and look again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="115"/>
        <source>%1 could not be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="117"/>
        <source>%1 has a second name (a hard link) that a new file would cut off; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="120"/>
        <source>%1 belongs to another user; a new file would change its owner. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="122"/>
        <source>%1 is read-only; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="123"/>
        <source>The directory of %1 cannot be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="124"/>
        <source>%1 is not an ordinary file; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="125"/>
        <source>%1 is in progress. Finish or abort it, then commit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="127"/>
        <source>A merge is in progress. Finish it, or git merge --abort; then commit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="129"/>
        <source>A rebase is in progress. Finish it, or git rebase --abort; then commit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="131"/>
        <source>A cherry-pick is in progress. Finish it, or git cherry-pick --abort; then commit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="134"/>
        <source>A revert is in progress. Finish it, or git revert --abort; then commit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="136"/>
        <source>A bisection is in progress. End it with git bisect reset; then commit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="138"/>
        <source>This is a bare repository: it has no working tree to commit from. Use a clone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="139"/>
        <source>A commit needs a message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="141"/>
        <source>There is nothing to commit: no file differs from the last commit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="143"/>
        <source>No branch is checked out (detached HEAD). Commit to a new branch instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="145"/>
        <source>Git does not know who commits. Set user.name and user.email with git config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="147"/>
        <source>%1 cannot be the name of a branch. Use letters, digits, - and /, without spaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="150"/>
        <source>The branch %1 exists already and is in the way. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="152"/>
        <source>%1 is not the current branch (%2 is). Check it out, or commit to a new branch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="154"/>
        <source>This repository keeps its branches in a %1; a new branch cannot be made there safely. Make it with git switch -c, then commit to the current branch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="159"/>
        <source>%1 has staged changes of your own. Commit or unstage them first, or commit the whole file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="162"/>
        <source>%1 has uncommitted changes of your own in the same lines. Commit or stash them first; nothing was committed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="167"/>
        <source>A hook or git itself ended the commit with %1; nothing was committed.
%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="169"/>
        <source>Another git program holds %1; nothing was committed. Wait for it; if none runs, remove that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="174"/>
        <source>There is no environment %1. There are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="176"/>
        <source>%1 is a Kustomize overlay that has to be rendered, which Meshdraft cannot do yet. It builds on: %2. Plain directories and bases work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="180"/>
        <source>Graphviz could not lay out the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="181"/>
        <source>The layout process sent something that cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="182"/>
        <source>The layout process (%1) failed: %2. The last picture stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="183"/>
        <source>Pictures can be written as .svg, .png and .pdf, not as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="184"/>
        <source>The picture could not be written to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="185"/>
        <source>Opening was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="186"/>
        <source>The history of the sample mesh is broken (commit %1, %2): %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="188"/>
        <source>%1 exists and is not empty. Choose a new directory for the sample mesh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="191"/>
        <source>The risk policy is not valid JSON: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="193"/>
        <source>%1 is not a condition of risk rules; docs/risk.md lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="194"/>
        <source>%1 is not a tier; expected none, low, medium or high.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="196"/>
        <source>%1 is not known in a risk policy; docs/risk.md lists what is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="198"/>
        <source>%1 is not an operation; expected added, removed, modified or moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="200"/>
        <source>%1 is another format of risk policies; expected meshdraft.riskpolicy/1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="201"/>
        <source>%1 has the wrong type; expected %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="203"/>
        <source>%1 is not a field pattern; expected something like spec.http[*].timeout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="204"/>
        <source>%1 is missing in the risk policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/errorwords.cpp" line="205"/>
        <source>Two rules of the risk policy are called %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="14"/>
        <source>This is a Helm or Go template: listed, but not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="15"/>
        <source>The file was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="17"/>
        <source>%1 %2 is defined twice; the other one is at %3. Only one of them can exist in a cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="19"/>
        <source>There is no Gateway %1. Create it, or name one that exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="21"/>
        <source>Gateway %1 is not in these files and may exist elsewhere (places: %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="23"/>
        <source>There is no %1 for this route to attach to. Create it, or name one that exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="25"/>
        <source>%1, which routes attach to, is not in these files and may exist elsewhere (places: %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="28"/>
        <source>No Service or ServiceEntry has the host %1, seen from namespace %2. Requests fail with 503 (NC) or have no endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="33"/>
        <source>Host %1, seen from namespace %2, is not in these files and may exist elsewhere (places: %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="36"/>
        <source>Istio does not complete the host %1 (it has a dot), so it names nothing in namespace %2. Write %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="39"/>
        <source>This destination names no host. Add one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="40"/>
        <source>%2 has no port %1. Name one that it has, or add it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="42"/>
        <source>No DestinationRule for %2 has the subset %1. Requests fail with 503 (NC) until there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="45"/>
        <source>Subset %1 of %2 is not in these files and may exist elsewhere (places: %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="46"/>
        <source>There is no VirtualService %1 to delegate to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="48"/>
        <source>VirtualService %1, which is delegated to, is not in these files and may exist elsewhere (places: %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="52"/>
        <source>No Service or ServiceEntry has the host %1, seen from namespace %2: this DestinationRule does nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="57"/>
        <source>There is no such Gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="58"/>
        <source>No Service or ServiceEntry has this host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="59"/>
        <source>There is no such VirtualService.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="60"/>
        <source>No DestinationRule has this subset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="61"/>
        <source>This Gateway is not in these files and may exist elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="62"/>
        <source>This host is not in these files and may exist elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="64"/>
        <source>This VirtualService is not in these files and may exist elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/findingwords.cpp" line="65"/>
        <source>This subset is not in these files and may exist elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="14"/>
        <source>%1 %2 added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="15"/>
        <source>%1 %2 removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="16"/>
        <source>%1 %2 moved: %3 → %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="17"/>
        <source>%1 %2: comments or spelling only, no meaning changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="18"/>
        <location filename="../models/workspace/changewords.cpp" line="26"/>
        <source>Route %1: %2 %3 → %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="19"/>
        <source>Route %1: destination %2 added with weight %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="20"/>
        <source>Route %1: destination %2 removed (weight %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="21"/>
        <source>Route %1 goes to %3 instead of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="22"/>
        <source>Route %1 added: %2 → %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="23"/>
        <source>Route %1 removed: %2 → %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="24"/>
        <source>Route %1 is tried at place %3 instead of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="25"/>
        <source>Route %1 matches %3 instead of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="27"/>
        <source>Route %1: %2 %3 added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="28"/>
        <source>Route %1: %2 %3 removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="29"/>
        <source>Route %1: %2 moved from place %3 to %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="30"/>
        <source>Subset %1 added (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="31"/>
        <source>Subset %1 removed (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="32"/>
        <source>Subset %1: %2 %3 → %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="33"/>
        <source>Subset %1: %2 %3 added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="34"/>
        <source>Subset %1: %2 %3 removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="35"/>
        <source>Subset %1: %2 moved from place %3 to %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="36"/>
        <source>Host %1 added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="37"/>
        <source>Host %1 removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="38"/>
        <source>Gateway %1 added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="39"/>
        <source>Gateway %1 removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="40"/>
        <source>Also exported to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="41"/>
        <source>No longer exported to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="42"/>
        <source>%1: %2 → %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="43"/>
        <source>%1: %2 added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="44"/>
        <source>%1: %2 removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="45"/>
        <source>%1 moved from place %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="48"/>
        <source>Move %1 % of %2 from %3 to %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="49"/>
        <source>Split %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="50"/>
        <source>Change the split of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="51"/>
        <source>Add %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="52"/>
        <source>Remove %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="53"/>
        <source>Move %1 %2 to another file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="54"/>
        <source>Tidy the text of %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="55"/>
        <source>Change %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="56"/>
        <source>Change %1 resources in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="57"/>
        <source>Change %1 resources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/changewords.cpp" line="58"/>
        <source>Change the mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="15"/>
        <source>Only comments or spelling change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="16"/>
        <source>%1 %2 moves to another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="17"/>
        <source>%7 % of a route&apos;s traffic in %2 moves in one step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="18"/>
        <source>%7 % of a route&apos;s traffic in %2 moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="19"/>
        <source>A route of %2 gets another destination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="20"/>
        <source>A route of %2 loses a destination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="21"/>
        <source>Where a route of %2 sends requests changes (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="22"/>
        <source>A timeout of %2 changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="23"/>
        <source>Retries of %2 change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="24"/>
        <source>%2 gets a new route.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="26"/>
        <source>%2 gets a route without a match: it takes every request that reaches it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="28"/>
        <source>%2 loses a route; its requests fall to a later route or to none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="29"/>
        <source>%2 gets its first routes at %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="30"/>
        <source>The order of the routes of %2 changes; the first match wins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="31"/>
        <source>Other requests match a route of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="32"/>
        <source>A route of %2 is renamed; metrics show the new name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="33"/>
        <source>Fault injection of %2 changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="34"/>
        <source>Where %2 sends copies of requests changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="36"/>
        <source>What a route of %2 does to requests or answers changes (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="37"/>
        <source>%2 routes other host names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="38"/>
        <source>%2 is attached to other gateways.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="39"/>
        <location filename="../models/workspace/riskwords.cpp" line="110"/>
        <source>%1 %2 is new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="41"/>
        <source>%1 %2 goes away; its hosts fall back to plain load balancing or to no route.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="42"/>
        <source>%1 %2 takes the wildcard host %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="43"/>
        <source>Other namespaces see %1 %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="44"/>
        <source>%2 gets a new subset; nothing is routed to it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="46"/>
        <source>%2 loses a subset that routes name: until both changes have arrived requests fail with 503 (NC).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="49"/>
        <source>%2 loses a subset that no route here names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="50"/>
        <source>A subset of %2 stands for other pods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="52"/>
        <source>The traffic policy of %2 changes (load balancing, pools, outlier detection).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="54"/>
        <source>TLS from clients to %2 is set; if the server disagrees, requests fail with 503.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="55"/>
        <source>%2 turns to another host: %4 → %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="56"/>
        <source>%2 holds for other clients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="57"/>
        <source>DestinationRule %2 is new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="59"/>
        <source>DestinationRule %2 goes away though routes name its subsets: 503 (NC).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="60"/>
        <source>DestinationRule %2 goes away with its policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="61"/>
        <source>TLS of Gateway %2 changes (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="62"/>
        <source>What Gateway %2 serves to the outside changes (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="63"/>
        <source>Gateway %2 moves to other proxies (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="64"/>
        <source>Gateway %2 is added or removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="65"/>
        <source>ServiceEntry %2 is new: the mesh can reach its hosts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="67"/>
        <source>ServiceEntry %2 goes away though routes lead to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="69"/>
        <source>ServiceEntry %2 goes away; with REGISTRY_ONLY its callers get 502.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="70"/>
        <source>ServiceEntry %2 changes (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="71"/>
        <source>Service %2 stands for other pods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="73"/>
        <source>Service %2 changes (%3); the name of a port decides its protocol.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="74"/>
        <source>Service %2 is new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="75"/>
        <source>Service %2 goes away though routes lead to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="76"/>
        <source>Service %2 goes away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="78"/>
        <source>PeerAuthentication %2 changes who can connect: STRICT breaks callers without a proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="80"/>
        <source>%2 denies requests, whatever other policies allow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="81"/>
        <source>The action of %2 changes: %4 → %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="83"/>
        <source>AuthorizationPolicy %2 goes away; the last ALLOW removed opens its workloads to all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="85"/>
        <source>AuthorizationPolicy %2 holds for the whole mesh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="86"/>
        <source>%2 allows nothing: every request is denied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="87"/>
        <source>%2 lets everybody with an identity in (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="88"/>
        <source>AuthorizationPolicy %2 changes who may call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="90"/>
        <source>RequestAuthentication %2 changes which tokens are accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="92"/>
        <source>RequestAuthentication %2 goes away; policies that ask for a token then deny.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="94"/>
        <source>EnvoyFilter %2 changes proxies directly; nothing checks it before it is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="95"/>
        <source>WasmPlugin %2 gets another version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="96"/>
        <source>WasmPlugin %2 changes code in the path of requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="97"/>
        <source>Sidecar %2 holds for the whole mesh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="98"/>
        <source>Sidecar %2 changes which hosts its workloads can call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="99"/>
        <source>Telemetry %2 holds for the whole mesh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="100"/>
        <source>Telemetry %2 changes metrics, logs or traces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="101"/>
        <source>ProxyConfig %2 changes settings of proxies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="102"/>
        <source>The mesh config changes (%2): every proxy reads it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="103"/>
        <source>The installation of Istio changes (%1 %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="105"/>
        <source>Pods of %2 join, leave or change the revision of the mesh (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="107"/>
        <source>Labels or annotations of the pods of %2 change; subsets and policies select by them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="109"/>
        <source>%1 %2 changes, not the mesh&apos;s configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="111"/>
        <source>%1 %2 goes away; what selects it loses endpoints.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="112"/>
        <source>Labels or annotations of %1 %2 change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="113"/>
        <source>%1 %2 is written in another version of the API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/riskwords.cpp" line="114"/>
        <source>No rule knows this change of %1 %2 (%3); look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/summary.cpp" line="221"/>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/summary.cpp" line="228"/>
        <source>Hosts:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/summary.cpp" line="229"/>
        <source>Namespaces:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/summary.cpp" line="230"/>
        <source>Workloads behind them:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/summary.cpp" line="252"/>
        <source>None.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/summary.cpp" line="270"/>
        <source>The diff is longer; lines left out: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/summary.cpp" line="284"/>
        <source>Diff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/summary.cpp" line="315"/>
        <source>Findings introduced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/summary.cpp" line="316"/>
        <source>Findings mended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/summary.cpp" line="358"/>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::Actions</name>
    <message>
        <location filename="../views/window/actions.cpp" line="20"/>
        <source>&amp;Open repository…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="21"/>
        <source>Open the &amp;sample mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="22"/>
        <source>&amp;Save files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="23"/>
        <source>&amp;Commit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="24"/>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="25"/>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="26"/>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="27"/>
        <source>&amp;Find in the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="28"/>
        <source>&amp;Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="29"/>
        <source>&amp;Topology</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="30"/>
        <source>&amp;Mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="31"/>
        <source>&amp;Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="32"/>
        <source>&amp;Pending changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="33"/>
        <source>&amp;Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="34"/>
        <source>Topology as &amp;list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="35"/>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="36"/>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="37"/>
        <source>&amp;100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="38"/>
        <source>&amp;Fit the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="39"/>
        <source>&amp;Export the picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="40"/>
        <source>&amp;Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="41"/>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="42"/>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="43"/>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="49"/>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="50"/>
        <source>&amp;Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="51"/>
        <source>&amp;Go to a resource or file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="52"/>
        <source>&amp;Next finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="53"/>
        <source>&amp;Previous finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="54"/>
        <source>Next &amp;change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="55"/>
        <source>Previous c&amp;hange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="56"/>
        <source>&amp;Revert change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="57"/>
        <source>&amp;Discard edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="58"/>
        <source>&amp;Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="59"/>
        <source>&amp;About Meshdraft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="80"/>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="82"/>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="90"/>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="95"/>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="102"/>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="106"/>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="113"/>
        <source>&amp;Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/actions.cpp" line="118"/>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::BottomDock</name>
    <message>
        <location filename="../views/window/bottomdock.cpp" line="48"/>
        <source>Pending changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/bottomdock.cpp" line="59"/>
        <source>Bottom panels</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::ChangeTreeModel</name>
    <message>
        <location filename="../views/changes/changetreemodel.cpp" line="180"/>
        <source>comments or formatting only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::ChangesPanel</name>
    <message>
        <location filename="../views/changes/changespanel.cpp" line="55"/>
        <source>Revert change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/changespanel.cpp" line="58"/>
        <source>Pending changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/changespanel.cpp" line="67"/>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/changespanel.cpp" line="105"/>
        <source>No pending changes. Edits appear here before anything is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/changespanel.cpp" line="121"/>
        <source>Form of the difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/changespanel.cpp" line="122"/>
        <source>Unified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/changespanel.cpp" line="122"/>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/changespanel.cpp" line="213"/>
        <source>saved → pending · change %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::CommitDialog</name>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="69"/>
        <location filename="../views/commit/commitdialog.cpp" line="99"/>
        <source>Commit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="92"/>
        <source>Nothing is pushed; hooks and signing run as with git commit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="97"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="129"/>
        <source>Branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="130"/>
        <source>New branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="134"/>
        <source>Name of the new branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="140"/>
        <source>The current branch (none: HEAD is detached)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="141"/>
        <source>Current branch, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="151"/>
        <source>Commit message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="155"/>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="161"/>
        <source>Files of the commit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="172"/>
        <source>This file also holds uncommitted changes of your own; they stay where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="173"/>
        <source> (your own changes stay out)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="177"/>
        <source>1 file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="177"/>
        <source>%1 files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="206"/>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="260"/>
        <source>Commit anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="273"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/commit/commitdialog.cpp" line="274"/>
        <source>Edit message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::DiffView</name>
    <message>
        <location filename="../views/changes/diffview.cpp" line="147"/>
        <source>1 change in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/diffview.cpp" line="148"/>
        <source>%1 changes in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/diffpaint.cpp" line="71"/>
        <source>1 unchanged line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/diffpaint.cpp" line="71"/>
        <source>%1 unchanged lines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::DockButtons</name>
    <message>
        <location filename="../views/window/docktitle.cpp" line="37"/>
        <source>Float or dock %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/docktitle.cpp" line="39"/>
        <source>Close %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::FindingsModel</name>
    <message>
        <location filename="../views/findings/findingsmodel.cpp" line="112"/>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingsmodel.cpp" line="112"/>
        <source>mended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingsmodel.cpp" line="112"/>
        <source>was there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingsmodel.cpp" line="128"/>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingsmodel.cpp" line="130"/>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingsmodel.cpp" line="132"/>
        <source>Since the change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingsmodel.cpp" line="134"/>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::FindingsPanel</name>
    <message>
        <location filename="../views/findings/findingspanel.cpp" line="80"/>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingspanel.cpp" line="116"/>
        <source>No findings in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/findings/findingspanel.cpp" line="117"/>
        <source>No repository is open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::GoToField</name>
    <message>
        <location filename="../views/window/gotofield.cpp" line="26"/>
        <location filename="../views/window/gotofield.cpp" line="27"/>
        <source>Go to a resource or file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/gotofield.cpp" line="36"/>
        <source>Hits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::GoToModel</name>
    <message>
        <location filename="../views/window/gotomodel.cpp" line="63"/>
        <source>route of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::GraphCanvas</name>
    <message>
        <location filename="../views/topology/graphcanvas.cpp" line="44"/>
        <source>Topology</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::InspectorHeader</name>
    <message>
        <location filename="../views/inspector/inspectorheader.cpp" line="79"/>
        <source>Open %1 in the program that the desktop uses for it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::InspectorPanel</name>
    <message>
        <location filename="../views/inspector/inspectorpanel.cpp" line="83"/>
        <source>Traffic split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/inspectorpanel.cpp" line="95"/>
        <source>Mirror</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/inspectorpanel.cpp" line="96"/>
        <source>Match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/inspectorpanel.cpp" line="97"/>
        <source>Timeout and retries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/inspectorpanel.cpp" line="98"/>
        <source>Fault, headers, CORS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/inspectorpanel.cpp" line="99"/>
        <source>Where used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/inspectorpanel.cpp" line="115"/>
        <location filename="../views/inspector/inspectorpanel.cpp" line="154"/>
        <source>Select a resource. Ctrl+K finds one by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/inspectorpanel.cpp" line="159"/>
        <source>%1 %2 is not in this environment any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::MainWindow</name>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="57"/>
        <location filename="../views/window/mainwindow.cpp" line="272"/>
        <source>Meshdraft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="89"/>
        <source>Not built yet; it comes with a later version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="154"/>
        <source>About Meshdraft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="155"/>
        <source>Meshdraft %1
See, change and review mesh configuration in Git.
Apache License 2.0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="244"/>
        <source>Open repository</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="263"/>
        <source>Open a repository first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="272"/>
        <source>%1[*] - Meshdraft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="331"/>
        <source>Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="331"/>
        <source>Nothing to undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="332"/>
        <source>Redo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="332"/>
        <source>Nothing to redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="352"/>
        <source>Pending changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="352"/>
        <source>Changes that are not written would be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="355"/>
        <source>Save files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="356"/>
        <source>Discard edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/mainwindow.cpp" line="357"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::MeshTreePanel</name>
    <message>
        <location filename="../views/tree/meshtreepanel.cpp" line="40"/>
        <source>Filter the mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/tree/meshtreepanel.cpp" line="41"/>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/tree/meshtreepanel.cpp" line="50"/>
        <source>Mesh</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::MessageBar</name>
    <message>
        <location filename="../views/common/messagebar.cpp" line="62"/>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::PageRail</name>
    <message>
        <location filename="../views/window/pagerail.cpp" line="72"/>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/pagerail.cpp" line="83"/>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/pagerail.cpp" line="83"/>
        <source>Topology</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/pagerail.cpp" line="84"/>
        <source>Editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/pagerail.cpp" line="84"/>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/pagerail.cpp" line="85"/>
        <source>Explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/pagerail.cpp" line="85"/>
        <source>Learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/pagerail.cpp" line="102"/>
        <location filename="../views/window/pagerail.cpp" line="103"/>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::RecentList</name>
    <message>
        <location filename="../views/start/recentlist.cpp" line="35"/>
        <source>%1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/recentlist.cpp" line="38"/>
        <source>%1 h ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/recentlist.cpp" line="155"/>
        <source>clean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/recentlist.cpp" line="218"/>
        <source>Nothing here yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::RiskPanel</name>
    <message>
        <location filename="../views/changes/riskpanel.cpp" line="88"/>
        <source>1 host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/riskpanel.cpp" line="88"/>
        <source>%1 hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/riskpanel.cpp" line="89"/>
        <source>1 namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/riskpanel.cpp" line="89"/>
        <source>%1 namespaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/riskpanel.cpp" line="90"/>
        <source>1 workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/riskpanel.cpp" line="90"/>
        <source>%1 workloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/riskpanel.cpp" line="108"/>
        <source>rules:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/changes/riskpanel.cpp" line="110"/>
        <source>Touches</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::RouteChooser</name>
    <message>
        <location filename="../views/inspector/routechooser.cpp" line="28"/>
        <location filename="../views/inspector/routechooser.cpp" line="36"/>
        <location filename="../views/inspector/routechooser.cpp" line="38"/>
        <source>Route</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::RouteListPanel</name>
    <message>
        <location filename="../views/topology/routelistpanel.cpp" line="77"/>
        <source>Topology as list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/routelistpanel.cpp" line="101"/>
        <source>Filter the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/routelistpanel.cpp" line="102"/>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::SeverityCounts</name>
    <message>
        <location filename="../views/common/severitycounts.cpp" line="38"/>
        <source>%1 errors, %2 warnings, %3 notes, %4 cannot be told</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::ShortcutSheet</name>
    <message>
        <location filename="../views/window/shortcutsheet.cpp" line="18"/>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsheet.cpp" line="29"/>
        <source>Arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsheet.cpp" line="29"/>
        <source>In the picture: along edges and among siblings; on a slider: by 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsheet.cpp" line="30"/>
        <source>Page up, Page down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsheet.cpp" line="30"/>
        <source>On a slider: by 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsheet.cpp" line="31"/>
        <source>On a slider: lock or free the weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsheet.cpp" line="32"/>
        <source>0 to 9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/shortcutsheet.cpp" line="32"/>
        <source>On a slider: type the weight</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::SplitDesigner</name>
    <message>
        <location filename="../views/inspector/splitdesigner.cpp" line="47"/>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/splitdesigner.cpp" line="48"/>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/splitdesigner.cpp" line="50"/>
        <source>Revert split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/splitdesigner.cpp" line="59"/>
        <source>Put the weights of this route back to what the file holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/splitdesigner.cpp" line="111"/>
        <source>total %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/splitdesigner.cpp" line="132"/>
        <source>Go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/splitdesigner.cpp" line="195"/>
        <source>This route has a delegate; its split is set in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/splitdesigner.cpp" line="198"/>
        <source>This route redirects; it sends no request to a destination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/splitdesigner.cpp" line="199"/>
        <source>This route answers by itself; it has no destination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/splitdesigner.cpp" line="200"/>
        <source>This route has no destination.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::StartPage</name>
    <message>
        <location filename="../views/start/startpage.cpp" line="49"/>
        <source>Drop a folder here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="69"/>
        <source>Drop a folder or a repository here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="124"/>
        <source>Meshdraft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="125"/>
        <source>See, change and review mesh configuration in Git</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="142"/>
        <source>Open repository…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="143"/>
        <source>A Git repository with Istio or Gateway API files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="145"/>
        <source>Open the sample mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="146"/>
        <source>An online shop with a canary ready to try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="151"/>
        <source>Found on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="152"/>
        <source>reads and writes repositories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="153"/>
        <source>not found; nothing can be opened without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="154"/>
        <source>will render Kustomize overlays, offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="155"/>
        <source>not found, so overlays cannot be rendered. Plain directories work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="156"/>
        <source>not used yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="157"/>
        <source>not found; only live views will need it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="186"/>
        <source>looking for it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="206"/>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="209"/>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="210"/>
        <source>Filter recent repositories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/start/startpage.cpp" line="219"/>
        <source>Recent repositories</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::StatusContents</name>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="39"/>
        <location filename="../views/window/statuscontents.cpp" line="55"/>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="101"/>
        <source>Everything here works from files; clusters come later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="143"/>
        <source>No cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="143"/>
        <source>Works from files; nothing is sent anywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="159"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="160"/>
        <source>Environment %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="170"/>
        <location filename="../views/window/statuscontents.cpp" line="212"/>
        <source>1 resource</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="170"/>
        <location filename="../views/window/statuscontents.cpp" line="212"/>
        <source>%1 resources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="171"/>
        <source>%1 (Kustomize root)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="175"/>
        <source>Has to be rendered by Kustomize; that comes later. Its base can be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="192"/>
        <source>No repository open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="197"/>
        <source>%1, read only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="198"/>
        <source>detached at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="202"/>
        <source>1 file changed, not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="203"/>
        <source>%1 files changed, not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="211"/>
        <source>%1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="213"/>
        <source>1 file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="213"/>
        <source>%1 files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="214"/>
        <source>1 namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="214"/>
        <source>%1 namespaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="216"/>
        <source>1 file skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/statuscontents.cpp" line="216"/>
        <source>%1 files skipped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::TopBar</name>
    <message>
        <location filename="../views/window/topbar.cpp" line="93"/>
        <source>Why? Shows the reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/topbar.cpp" line="114"/>
        <source>Commit 1 change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/topbar.cpp" line="115"/>
        <source>Commit %1 changes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/topbar.cpp" line="116"/>
        <source>Commit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/topbar.cpp" line="118"/>
        <source>Branch, message, files and the exact difference (Ctrl+Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/topbar.cpp" line="119"/>
        <source>Nothing is pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/topbar.cpp" line="131"/>
        <source>mesh configuration</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::TopologyPage</name>
    <message>
        <location filename="../views/topology/topologypage.cpp" line="60"/>
        <source>Topology</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologypage.cpp" line="80"/>
        <location filename="../views/topology/topologypage.cpp" line="136"/>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologypage.cpp" line="112"/>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologypage.cpp" line="113"/>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologypage.cpp" line="119"/>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologypage.cpp" line="121"/>
        <source>Show everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologypage.cpp" line="121"/>
        <source>Show around the selection, 2 hops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologypage.cpp" line="125"/>
        <source>Find in the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologypage.cpp" line="126"/>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologypage.cpp" line="127"/>
        <source>Names in the picture; Enter goes to the next one (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologypage.cpp" line="135"/>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologypage.cpp" line="141"/>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologypage.cpp" line="142"/>
        <source>Fit the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologypage.cpp" line="143"/>
        <source>Export the picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologypage.cpp" line="169"/>
        <source>the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologypage.cpp" line="170"/>
        <source>Show around %1, 2 hops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologypage.cpp" line="225"/>
        <source>No Istio or Gateway API resources in %1. %2 YAML files were read; %3 were skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologypage.cpp" line="253"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologypage.cpp" line="299"/>
        <source>Nothing matches “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologypage.cpp" line="307"/>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologypage.cpp" line="315"/>
        <source>There is no picture to export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologypage.cpp" line="318"/>
        <source>Export the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologypage.cpp" line="319"/>
        <source>Pictures (*.svg *.png *.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologypage.cpp" line="326"/>
        <source>Exported to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/topology/topologypage.cpp" line="328"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::Tour</name>
    <message>
        <location filename="../views/window/tour.cpp" line="83"/>
        <source>%1 cannot be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/tour.cpp" line="92"/>
        <source>tour: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/tour.cpp" line="128"/>
        <source>the window has no %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/tour.cpp" line="152"/>
        <source>%1 cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/tour.cpp" line="163"/>
        <source>the picture of %1 did not appear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/tour.cpp" line="179"/>
        <source>Ctrl+K did not find reviews</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/tour.cpp" line="182"/>
        <source>reviews is not in the mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/tour.cpp" line="185"/>
        <source>the first hit for reviews is not a route table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/tour.cpp" line="190"/>
        <source>the picture does not show the route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/tour.cpp" line="197"/>
        <source>a click on the route did not select it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/tour.cpp" line="205"/>
        <source>the picture around the route did not appear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/tour.cpp" line="233"/>
        <source>the route does not have three destinations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/tour.cpp" line="245"/>
        <source>the drag was not one undo step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/tour.cpp" line="253"/>
        <source>the split is not 80/10/10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/tour.cpp" line="254"/>
        <source>more than one file changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/tour.cpp" line="257"/>
        <source>the picture did not follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/tour.cpp" line="273"/>
        <source>git config failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/tour.cpp" line="288"/>
        <source>the commit did not end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/tour.cpp" line="291"/>
        <source>the window does not say what was committed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::WeightRow</name>
    <message>
        <location filename="../views/inspector/weightrow.cpp" line="128"/>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/weightrow.cpp" line="138"/>
        <source>Weight of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/weightrow.cpp" line="139"/>
        <source>Weight of %1, number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/weightrow.cpp" line="140"/>
        <source>Lock the weight of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/weightrow.cpp" line="141"/>
        <source>Locked: other sliders do not move it (L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/weightrow.cpp" line="142"/>
        <source>Free: gives way when another weight changes (L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/weightrow.cpp" line="157"/>
        <source>~ %1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/inspector/weightrow.cpp" line="159"/>
        <source>+ new</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::WindowMessages</name>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="32"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="53"/>
        <source>Reading %L1 files… %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="54"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="72"/>
        <source>%1 changed on disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="81"/>
        <source>Reload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="82"/>
        <source>Keep mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="88"/>
        <source>Committed %1 on %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/windowmessages.cpp" line="91"/>
        <source>Copy pull-request text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::views::Workbench</name>
    <message>
        <location filename="../views/window/workbench.cpp" line="46"/>
        <source>Mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/workbench.cpp" line="47"/>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/workbench.cpp" line="51"/>
        <source>Pending changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/workbench.cpp" line="52"/>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../views/window/workbench.cpp" line="53"/>
        <source>Topology as list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::workspace</name>
    <message>
        <location filename="../models/workspace/resourcetree.cpp" line="83"/>
        <source>Workloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/resourcetree.cpp" line="85"/>
        <source>Authorization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/routerows.cpp" line="28"/>
        <source>%1 %</source>
        <extracomment>A share of requests; %1 is the number.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/routerows.cpp" line="47"/>
        <location filename="../models/workspace/routerows.cpp" line="56"/>
        <source>any request</source>
        <extracomment>Between conditions that must all hold.
----------
Between alternatives.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/routerows.cpp" line="47"/>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/routerows.cpp" line="56"/>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::workspace::Builder</name>
    <message>
        <location filename="../models/workspace/resourcetree.cpp" line="144"/>
        <source>cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/resourcetree.cpp" line="146"/>
        <source>root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/resourcetree.cpp" line="224"/>
        <source>route %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::workspace::RouteTableModel</name>
    <message>
        <location filename="../models/workspace/routetablemodel.cpp" line="95"/>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/routetablemodel.cpp" line="97"/>
        <source>Route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/routetablemodel.cpp" line="99"/>
        <source>Match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/routetablemodel.cpp" line="101"/>
        <source>Destination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/routetablemodel.cpp" line="103"/>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/routetablemodel.cpp" line="105"/>
        <source>Workloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/routetablemodel.cpp" line="107"/>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::workspace::RowBuilder</name>
    <message>
        <location filename="../models/workspace/routerows.cpp" line="135"/>
        <source>mirror %1</source>
        <extracomment>%1 is a share of requests (&quot;5 %&quot;) that is copied.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshdraft::workspace::Workspace</name>
    <message>
        <location filename="../models/workspace/workspace.cpp" line="216"/>
        <source>Change split of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/workspace.cpp" line="228"/>
        <source>Revert change of %1</source>
        <extracomment>An undo step; %1 is the name of a resource.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../models/workspace/workspace.cpp" line="235"/>
        <source>Discard all edits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
