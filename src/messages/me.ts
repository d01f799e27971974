/** Texts of the me pages. */
import { catalogue } from './index'
import { texts as en } from './en/me'
import { texts as zh } from './zh-CN/me'

export const meTexts = catalogue(zh, en)
