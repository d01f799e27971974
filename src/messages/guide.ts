/** Words of the guide to a matter. */
import { catalogue } from './index'
import { en } from './en/guide'
import { zh } from './zh-CN/guide'

export const guideTexts = catalogue(zh, en)
