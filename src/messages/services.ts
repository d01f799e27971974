/** Texts of the services pages. */
import { catalogue } from './index'
import { texts as en } from './en/services'
import { texts as zh } from './zh-CN/services'

export const servicesTexts = catalogue(zh, en)
