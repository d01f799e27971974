/** Texts of the help pages. */
import { catalogue } from './index'
import { texts as en } from './en/help'
import { texts as zh } from './zh-CN/help'

export const helpTexts = catalogue(zh, en)
