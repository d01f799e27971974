/** Tells Taro's run time of the attributes that accessibility.js added to the templates. */
import { mergeInternalComponents } from '@tarojs/shared'
import accessibleComponents from './accessible-components.json'

mergeInternalComponents(accessibleComponents)
