/** Texts of the home pages. */
import { catalogue } from './index'
import { texts as en } from './en/home'
import { texts as zh } from './zh-CN/home'

export const homeTexts = catalogue(zh, en)
