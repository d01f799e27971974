/** Notices as other channels tell them: in the person's language, and in the fields of WeChat's template. */
import type { Said, Telling } from '../core/io/delivery/contract'
import { DIGEST_KIND } from '../core/io/delivery/plan'
import type { Services } from '../core/io/context'
import { reader } from '../core/io/store/reader'
import { LIMITS } from '../core/io/store/contract'
import { fillTemplate } from '../core/pure/delivery/fill'
import type { TemplateUse } from '../core/pure/delivery/templates'
import { notices, type NoticeDoc } from './collections'
import { noticeKind } from './data/kinds'
import { namesOf } from './names'
import { digestUse, digestWords } from './rules/digest'
import { factWord, wordsOf, type Names } from './rules/words'

/** The inbox, with the notice to be opened: what a message leads to. */
const pageOf = (noticeId: string | null): string =>
  `packages/inbox/list/index${noticeId === null ? '' : `?notice=${noticeId}`}`

type Parts = Pick<Services, 'store' | 'clock'>

const readNotices = async (
  { store }: Parts,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NoticeDoc>> => {
  const wanted = [...new Set(ids)]
  const found = new Map<string, NoticeDoc>()
  for (let first = 0; first < wanted.length; first += LIMITS.page) {
    const part = wanted.slice(first, first + LIMITS.page)
    const docs = await reader(store).getMany(notices, part)
    docs.forEach((doc, place) => doc && found.set(part[place] ?? '', doc))
  }
  return found
}

const fieldsOf = (use: TemplateUse, facts: Telling['facts'], at: number, names: Names) =>
  fillTemplate(use, { facts, at, word: (name) => factWord(name, facts[name], names, 'zh-CN') })

const one = (telling: Telling, notice: NoticeDoc | undefined, names: Names): Said | undefined => {
  const { kind, facts, at, noticeId, template, choices } = telling
  // read already, or gone with its person: nobody needs to be told
  if (notice?.readAt !== null) return undefined
  const known = noticeKind(kind)
  const words = wordsOf(known, facts, { names, language: choices.language })
  if (template === null) return { ...words, page: pageOf(noticeId) }
  if (known?.template?.name !== template) return undefined
  return { ...words, page: pageOf(noticeId), fields: fieldsOf(known.template, facts, at, names) }
}

/** Of what a digest gathers: what is not read yet, and not stopped since. */
const gathered = (
  { gathers = [], choices }: Telling,
  found: ReadonlyMap<string, NoticeDoc>,
): readonly NoticeDoc[] =>
  gathers.flatMap((id) => {
    const notice = found.get(id)
    if (notice?.readAt !== null) return []
    const isStopped = notice.topic !== undefined && choices.stopped.includes(notice.topic)
    const isMuted = notice.about !== null && choices.muted.includes(notice.about)
    return isStopped || isMuted ? [] : [notice]
  })

const digest = (telling: Telling, found: ReadonlyMap<string, NoticeDoc>, names: Names): Said | undefined => {
  const { gathers = [], count = 0, choices, at, template } = telling
  const fresh = gathered(telling, found)
  if (fresh.length === 0) return undefined
  const { language } = choices
  const all = fresh.length + count - gathers.length
  const titles = fresh.map(({ kind, facts }) => wordsOf(noticeKind(kind), facts, { names, language }).title)
  const said: Said = { ...digestWords(titles, all, language), page: pageOf(null) }
  return template === null ? said : { ...said, fields: fieldsOf(digestUse(titles, all), {}, at, names) }
}

/**
 * In the order given; undefined: the notice was read, or is not there any more, so that nobody has to be told.
 * @example deliver(context, { sender, say: (tellings) => sayNotices(context, tellings) })
 */
export const sayNotices = async (
  services: Parts,
  tellings: readonly Telling[],
): Promise<readonly (Said | undefined)[]> => {
  const wanted = tellings.flatMap(({ noticeId, gathers = [noticeId] }) => gathers)
  const [names, found] = await Promise.all([namesOf(services), readNotices(services, wanted)])
  return tellings.map((telling) =>
    telling.kind === DIGEST_KIND
      ? digest(telling, found, names)
      : one(telling, found.get(telling.noticeId), names),
  )
}
