/** Words of the waitlist pages, in both languages. */
import { catalogue } from '../../../messages'
import { texts as en } from './en'
import { texts as zh } from './zh-CN'

export const texts = catalogue(zh, en)
