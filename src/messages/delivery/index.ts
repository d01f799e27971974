/** What notices are about, and by what they come, in both languages: for the inbox and the choices. */
import { catalogue } from '..'
import { texts as en } from './en'
import { texts as zh } from './zh-CN'

export const texts = catalogue(zh, en)
