/** Accessibility of the web page. */
import { testAccessibility } from './accessibility.mjs'

testAccessibility('web')
