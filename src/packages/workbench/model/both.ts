/** A text of this package in both languages, for forms that are data. */
import type { Text } from '../../../../functions/core/pure/text'
import { fill } from '../../../messages'
import { texts } from '../messages'

type Key = keyof (typeof texts)['zh-CN']

export const both = (key: Key, values?: Readonly<Record<string, string>>): Text => ({
  zh: fill(texts['zh-CN'][key], values),
  en: fill(texts.en[key], values),
})
