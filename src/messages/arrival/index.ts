/** Words of taking a number by one's position, in both languages. */
import { catalogue } from '..'
import { texts as en } from './en'
import { texts as zh } from './zh-CN'

export const texts = catalogue(zh, en)
