/** Industries and regions as groups with what lies in each, and how one finds them by typing. Pure; for sub-packages alone. */
import { divisions } from '../../functions/core/pure/divisions-data'
import { SECTIONS } from '../../functions/core/pure/industries'
import { isOwnPlace } from '../../functions/core/pure/places'
import { say, text, type Text } from '../../functions/core/pure/text'
import type { Language } from '../messages'

export interface TreeItem {
  readonly code: string
  readonly name: Text
}
export interface TreeGroup extends TreeItem {
  readonly items: readonly TreeItem[]
}

/** Twenty sections, by letter, with their ninety-seven divisions of two digits. */
export const industryGroups: readonly TreeGroup[] = Object.entries(SECTIONS).map(([code, section]) => ({
  code,
  name: section.name,
  items: Object.entries(section.divisions)
    .map(([division, name]) => ({ code: division, name }))
    .sort((a, b) => a.code.localeCompare(b.code)),
}))

const place = (code: string, name: string): TreeItem => ({ code, name: text(name, name) })

/** Provinces with their prefectures, by the stems of GB/T 2260: `35`, `3502`. A municipality has none below it. */
export const regionGroups: readonly TreeGroup[] = Object.entries(divisions)
  .filter(([code]) => code.length === 2)
  .map(([code, name]) => ({
    ...place(code, name),
    items: Object.entries(divisions)
      .filter(([stem, own]) => stem.length === 4 && stem.startsWith(code) && isOwnPlace(own))
      .map(([stem, own]) => place(stem, own)),
  }))
  .sort((a, b) => a.code.localeCompare(b.code))

const plain = (typed: string): string => typed.toLowerCase().replace(/\s+/g, '')

export interface Found {
  readonly item: TreeItem
  /** What it lies in; absent for a group itself. */
  readonly group?: TreeGroup
  /** It is a group with something in it. */
  readonly holds: boolean
}

/** Groups and items whose name, in either language, or whose code holds what was typed; those that begin with it first. */
export const findIn = (groups: readonly TreeGroup[], typed: string): readonly Found[] => {
  const wanted = plain(typed)
  if (wanted === '') return []
  const keys = ({ code, name }: TreeItem): readonly string[] => [name.zh, name.en, code].map(plain)
  const all = groups.flatMap((group): readonly Found[] => [
    { item: group, holds: group.items.length > 0 },
    ...group.items.map((item) => ({ item, group, holds: false })),
  ])
  const begins = all.filter(({ item }) => keys(item).some((key) => key.startsWith(wanted)))
  const holds = all.filter(
    (one) => !begins.includes(one) && keys(one.item).some((key) => key.includes(wanted)),
  )
  return [...begins, ...holds]
}

/** The group of a code: itself, or the one that it lies in. */
export const groupOf = (groups: readonly TreeGroup[], code: string): TreeGroup | undefined =>
  groups.find((group) => group.code === code || group.items.some((item) => item.code === code))

/** 餐饮业（住宿和餐饮业）; a group by its name alone. Undefined for a code of another edition. */
export const treeText = (
  groups: readonly TreeGroup[],
  code: string,
  language: Language,
): string | undefined => {
  const group = groupOf(groups, code)
  const item = group?.items.find((one) => one.code === code)
  if (!group) return undefined
  const [whole, own] = [say(group.name, language), item && say(item.name, language)]
  if (own === undefined || own === whole) return whole
  return language === 'en' ? `${own} (${whole})` : `${own}（${whole}）`
}
