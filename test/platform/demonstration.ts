/** What the demonstration offers, as it would be found in a built file. */
import { taxes } from '../../functions/core/pure/taxes'
import { kindLaws } from '../../functions/refunds/rules/kinds'
import { WORDS } from '../../functions/core/io/papers/words'
import { demoHalls } from '../../platform/demo/data/halls'
import { demoMatters } from '../../platform/demo/data/matters'
import { demoPeople } from '../../platform/demo/data/people'
import { contract } from '../../platform/demo/contract'

const procedures = Object.keys(contract)
/** Matters are called as the law calls them, and so are taxes and kinds of refund: those names are nobody's. */
const termsOfLaw = JSON.stringify([Object.values(kindLaws), taxes])

const seeded = [
  ...demoHalls.flatMap(({ id, doc }) => [id, doc.name.zh, doc.name.en, doc.phone]),
  ...demoMatters
    .flatMap(({ doc }) => [doc.name.zh, doc.name.en])
    .filter((name) => !termsOfLaw.includes(name)),
  ...demoPeople.flatMap(({ name, taxpayers }) => [
    name,
    ...taxpayers.flatMap((taxpayer) => [taxpayer.name, taxpayer.number]),
  ]),
]
/** Sentences and ids of the demonstration's own code. */
const own = ['demonstration-1', 'demo-${', '演示']

/** `people` alone is a word like any other; as a key of a contract it is followed by a colon. */
const traces = new Map<string, RegExp | string>([
  ...procedures.map((name) => [name, new RegExp(`\\b${name}\\s*:|\\.${name}\\b`)] as const),
  ...[...seeded, ...own].map((text) => [text, text] as const),
])

/** What a paper says where it is a demonstration: a setting of the deployment, and part of the product. */
const onPapers = WORDS.demonstration.zh

/** Bundlers write other scripts as escapes. */
const plain = (code: string): string =>
  code.replace(/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))/g, (_, long?: string, short?: string) =>
    String.fromCharCode(parseInt(long ?? short ?? '', 16)),
  )

/** Everything of the demonstration that the code holds; `traceCount` is all there is. */
export const demonstrationIn = (code: string): readonly string[] => {
  const text = plain(code).replaceAll(onPapers, '')
  return [...traces].flatMap(([name, trace]) =>
    (typeof trace === 'string' ? text.includes(trace) : trace.test(text)) ? [name] : [],
  )
}
export const traceCount = traces.size
