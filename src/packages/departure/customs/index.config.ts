export default definePageConfig({ navigationBarTitleText: '海关验核' })
