/** Accessibility of the WeChat output. */
import { testAccessibility } from './accessibility.mjs'

testAccessibility('weapp')
