export default definePageConfig({ navigationBarTitleText: '__name__' })
