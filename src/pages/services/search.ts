/** The search of services: asked for from elsewhere, and how matters match what one types. */
import { createStore } from 'zustand/vanilla'
import type { Matter } from '../../client/api'
import { go, routes } from '../../client/routes'

/** Whether the search field should take the focus when the page shows. */
export const searchAsked = createStore<{ readonly asked: number }>()(() => ({ asked: 0 }))

export const openSearch = async (): Promise<void> => {
  searchAsked.setState(({ asked }) => ({ asked: asked + 1 }))
  await go(routes.services)
}

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, '')

/** Every word typed must appear in the matter's name, group or what to bring; names that match come first. */
export const findMatters = (matters: readonly Matter[], typed: string): readonly Matter[] => {
  const wanted = typed
    .toLowerCase()
    .split(/[\s,,、]+/)
    .filter(Boolean)
    .map(plain)
  if (wanted.length === 0) return []
  const inName = (matter: Matter): boolean => wanted.every((word) => plain(matter.name).includes(word))
  const anywhere = (matter: Matter): boolean => {
    const all = plain(
      [matter.name, matter.group, matter.code, ...matter.bring.map(({ name }) => name)].join('|'),
    )
    return wanted.every((word) => all.includes(word))
  }
  const named = matters.filter(inName)
  return [...named, ...matters.filter((matter) => !named.includes(matter) && anywhere(matter))]
}
