/** What pages of an office have in common, in both languages. */
import { catalogue } from '..'
import { texts as en } from './en'
import { texts as zh } from './zh-CN'

export const texts = catalogue(zh, en)
