/** A text of this package in both languages, for the editor’s items, which are data. */
import type { Text } from '../../../../functions/core/pure/text'
import { fill } from '../../../messages'
import { texts } from '../messages'

export type Key = keyof (typeof texts)['zh-CN']

export const both = (key: Key, values?: Readonly<Record<string, string | number>>): Text => ({
  zh: fill(texts['zh-CN'][key], values),
  en: fill(texts.en[key], values),
})
