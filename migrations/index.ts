import * as migration_20261122_134027_initial from './20261122_134027_initial';
import * as migration_20261122_150000_guards from './20261122_150000_guards';
import * as migration_20261122_153000_lean_indexes from './20261122_153000_lean_indexes';
import * as migration_20261122_153102_unlocked_ledgers from './20261122_153102_unlocked_ledgers';
import * as migration_20261127_022404_after_the_sale from './20261127_022404_after_the_sale';
import * as migration_20261127_022500_after_the_sale_guards from './20261127_022500_after_the_sale_guards';
import * as migration_20261127_025019_price_campaigns from './20261127_025019_price_campaigns';
import * as migration_20261127_025020_price_guards from './20261127_025020_price_guards';
import * as migration_20261127_030559_promotions from './20261127_030559_promotions';
import * as migration_20261127_030599_promotion_guards from './20261127_030599_promotion_guards';
import * as migration_20261127_031211_card_payments from './20261127_031211_card_payments';
import * as migration_20261127_032552_style_summary from './20261127_032552_style_summary';
import * as migration_20261127_033801_tax_and_shipping from './20261127_033801_tax_and_shipping';
import * as migration_20261127_033802_tax_and_shipping_guards from './20261127_033802_tax_and_shipping_guards';
import * as migration_20261127_073132_invoices from './20261127_073132_invoices';
import * as migration_20261127_073133_invoice_guards from './20261127_073133_invoice_guards';
import * as migration_20261127_075153_gift_cards_and_credit from './20261127_075153_gift_cards_and_credit';
import * as migration_20261127_075154_gift_card_guards from './20261127_075154_gift_card_guards';
import * as migration_20261127_080012_mail_wordings from './20261127_080012_mail_wordings';
import * as migration_20261127_080544_stock_alerts from './20261127_080544_stock_alerts';
import * as migration_20261127_080545_stock_alert_guards from './20261127_080545_stock_alert_guards';
import * as migration_20261127_082223_order_files from './20261127_082223_order_files';
import * as migration_20261127_093000_campaign_cover_cached from './20261127_093000_campaign_cover_cached';
import * as migration_20261127_103500_catalogue_changes from './20261127_103500_catalogue_changes';
import * as migration_20261127_105500_catalogue_cards from './20261127_105500_catalogue_cards';
import * as migration_20261127_105559_reviews from './20261127_105559_reviews';
import * as migration_20261127_105600_review_guards from './20261127_105600_review_guards';
import * as migration_20261127_111137_wishlists from './20261127_111137_wishlists';
import * as migration_20261127_111138_wishlist_guards from './20261127_111138_wishlist_guards';
import * as migration_20261127_112935_search_words from './20261127_112935_search_words';
import * as migration_20261127_112936_search_guards from './20261127_112936_search_guards';
import * as migration_20261127_114103_found_content from './20261127_114103_found_content';
import * as migration_20261127_115452_group_prices from './20261127_115452_group_prices';
import * as migration_20261127_115453_group_kept from './20261127_115453_group_kept';
import * as migration_20261127_121408_gift_note from './20261127_121408_gift_note';
import * as migration_20261127_121800_review_author_gone from './20261127_121800_review_author_gone';
import * as migration_20261127_175331_completes_the_look from './20261127_175331_completes_the_look';
import * as migration_20261127_180000_account_sessions from './20261127_180000_account_sessions';
import * as migration_20261127_180500_faults from './20261127_180500_faults';
import * as migration_20261127_181500_second_factors from './20261127_181500_second_factors';
import * as migration_20261127_183000_google_states from './20261127_183000_google_states';
import * as migration_20261127_183819_handling_days from './20261127_183819_handling_days';
import * as migration_20261127_190415_mail_suppressions from './20261127_190415_mail_suppressions';
import * as migration_20261127_190823_journal from './20261127_190823_journal';
import * as migration_20261128_020500_erasure_keys from './20261128_020500_erasure_keys';
import * as migration_20261128_081500_old_invoices from './20261128_081500_old_invoices';
import * as migration_20261128_083000_sizes_of_feet from './20261128_083000_sizes_of_feet';
import * as migration_20261128_084500_passkeys from './20261128_084500_passkeys';
import * as migration_20261128_091000_staff_second_factor from './20261128_091000_staff_second_factor';
import * as migration_20261128_091100_staff_steps from './20261128_091100_staff_steps';
import * as migration_20261128_092000_staff_google from './20261128_092000_staff_google';
import * as migration_20261128_093000_alerts_of_address from './20261128_093000_alerts_of_address';
import * as migration_20261128_122000_held_for_waiting from './20261128_122000_held_for_waiting';
import * as migration_20261128_122100_held_for_waiting_guards from './20261128_122100_held_for_waiting_guards';
import * as migration_20261128_161000_measuring_mails from './20261128_161000_measuring_mails';
import * as migration_20261128_161720_launches from './20261128_161720_launches';
import * as migration_20261128_161721_launch_guards from './20261128_161721_launch_guards';
import * as migration_20261128_170150_product_video from './20261128_170150_product_video';
import * as migration_20261128_190647_product_turn from './20261128_190647_product_turn';
import * as migration_20261128_190817_care_products from './20261128_190817_care_products';
import * as migration_20261128_190818_one_size from './20261128_190818_one_size';
import * as migration_20261129_072024_draws from './20261129_072024_draws';
import * as migration_20261129_072025_draw_guards from './20261129_072025_draw_guards';
import * as migration_20261129_113500_draw_moments from './20261129_113500_draw_moments';
import * as migration_20261129_120000_mail_indexes from './20261129_120000_mail_indexes';
import * as migration_20261129_130000_database_sizes from './20261129_130000_database_sizes';
import * as migration_20261129_205000_staff_session_devices from './20261129_205000_staff_session_devices';
import * as migration_20261129_212500_warnings from './20261129_212500_warnings';
import * as migration_20261129_213000_size_systems from './20261129_213000_size_systems';
import * as migration_20261130_004500_ended_staff_sessions from './20261130_004500_ended_staff_sessions';
import * as migration_20261130_005500_parent_keys from './20261130_005500_parent_keys';
import * as migration_20261130_051000_typed_words from './20261130_051000_typed_words';

export const migrations = [
  {
    up: migration_20261122_134027_initial.up,
    down: migration_20261122_134027_initial.down,
    name: '20261122_134027_initial',
  },
  {
    up: migration_20261122_150000_guards.up,
    down: migration_20261122_150000_guards.down,
    name: '20261122_150000_guards',
  },
  {
    up: migration_20261122_153000_lean_indexes.up,
    down: migration_20261122_153000_lean_indexes.down,
    name: '20261122_153000_lean_indexes',
  },
  {
    up: migration_20261122_153102_unlocked_ledgers.up,
    down: migration_20261122_153102_unlocked_ledgers.down,
    name: '20261122_153102_unlocked_ledgers',
  },
  {
    up: migration_20261127_022404_after_the_sale.up,
    down: migration_20261127_022404_after_the_sale.down,
    name: '20261127_022404_after_the_sale',
  },
  {
    up: migration_20261127_022500_after_the_sale_guards.up,
    down: migration_20261127_022500_after_the_sale_guards.down,
    name: '20261127_022500_after_the_sale_guards',
  },
  {
    up: migration_20261127_025019_price_campaigns.up,
    down: migration_20261127_025019_price_campaigns.down,
    name: '20261127_025019_price_campaigns',
  },
  {
    up: migration_20261127_025020_price_guards.up,
    down: migration_20261127_025020_price_guards.down,
    name: '20261127_025020_price_guards',
  },
  {
    up: migration_20261127_030559_promotions.up,
    down: migration_20261127_030559_promotions.down,
    name: '20261127_030559_promotions',
  },
  {
    up: migration_20261127_030599_promotion_guards.up,
    down: migration_20261127_030599_promotion_guards.down,
    name: '20261127_030599_promotion_guards',
  },
  {
    up: migration_20261127_031211_card_payments.up,
    down: migration_20261127_031211_card_payments.down,
    name: '20261127_031211_card_payments',
  },
  {
    up: migration_20261127_032552_style_summary.up,
    down: migration_20261127_032552_style_summary.down,
    name: '20261127_032552_style_summary',
  },
  {
    up: migration_20261127_033801_tax_and_shipping.up,
    down: migration_20261127_033801_tax_and_shipping.down,
    name: '20261127_033801_tax_and_shipping',
  },
  {
    up: migration_20261127_033802_tax_and_shipping_guards.up,
    down: migration_20261127_033802_tax_and_shipping_guards.down,
    name: '20261127_033802_tax_and_shipping_guards',
  },
  {
    up: migration_20261127_073132_invoices.up,
    down: migration_20261127_073132_invoices.down,
    name: '20261127_073132_invoices',
  },
  {
    up: migration_20261127_073133_invoice_guards.up,
    down: migration_20261127_073133_invoice_guards.down,
    name: '20261127_073133_invoice_guards',
  },
  {
    up: migration_20261127_075153_gift_cards_and_credit.up,
    down: migration_20261127_075153_gift_cards_and_credit.down,
    name: '20261127_075153_gift_cards_and_credit',
  },
  {
    up: migration_20261127_075154_gift_card_guards.up,
    down: migration_20261127_075154_gift_card_guards.down,
    name: '20261127_075154_gift_card_guards',
  },
  {
    up: migration_20261127_080012_mail_wordings.up,
    down: migration_20261127_080012_mail_wordings.down,
    name: '20261127_080012_mail_wordings',
  },
  {
    up: migration_20261127_080544_stock_alerts.up,
    down: migration_20261127_080544_stock_alerts.down,
    name: '20261127_080544_stock_alerts',
  },
  {
    up: migration_20261127_080545_stock_alert_guards.up,
    down: migration_20261127_080545_stock_alert_guards.down,
    name: '20261127_080545_stock_alert_guards',
  },
  {
    up: migration_20261127_082223_order_files.up,
    down: migration_20261127_082223_order_files.down,
    name: '20261127_082223_order_files',
  },
  {
    up: migration_20261127_093000_campaign_cover_cached.up,
    down: migration_20261127_093000_campaign_cover_cached.down,
    name: '20261127_093000_campaign_cover_cached',
  },
  {
    up: migration_20261127_103500_catalogue_changes.up,
    down: migration_20261127_103500_catalogue_changes.down,
    name: '20261127_103500_catalogue_changes',
  },
  {
    up: migration_20261127_105500_catalogue_cards.up,
    down: migration_20261127_105500_catalogue_cards.down,
    name: '20261127_105500_catalogue_cards',
  },
  {
    up: migration_20261127_105559_reviews.up,
    down: migration_20261127_105559_reviews.down,
    name: '20261127_105559_reviews',
  },
  {
    up: migration_20261127_105600_review_guards.up,
    down: migration_20261127_105600_review_guards.down,
    name: '20261127_105600_review_guards',
  },
  {
    up: migration_20261127_111137_wishlists.up,
    down: migration_20261127_111137_wishlists.down,
    name: '20261127_111137_wishlists',
  },
  {
    up: migration_20261127_111138_wishlist_guards.up,
    down: migration_20261127_111138_wishlist_guards.down,
    name: '20261127_111138_wishlist_guards',
  },
  {
    up: migration_20261127_112935_search_words.up,
    down: migration_20261127_112935_search_words.down,
    name: '20261127_112935_search_words',
  },
  {
    up: migration_20261127_112936_search_guards.up,
    down: migration_20261127_112936_search_guards.down,
    name: '20261127_112936_search_guards',
  },
  {
    up: migration_20261127_114103_found_content.up,
    down: migration_20261127_114103_found_content.down,
    name: '20261127_114103_found_content',
  },
  {
    up: migration_20261127_115452_group_prices.up,
    down: migration_20261127_115452_group_prices.down,
    name: '20261127_115452_group_prices',
  },
  {
    up: migration_20261127_115453_group_kept.up,
    down: migration_20261127_115453_group_kept.down,
    name: '20261127_115453_group_kept',
  },
  {
    up: migration_20261127_121408_gift_note.up,
    down: migration_20261127_121408_gift_note.down,
    name: '20261127_121408_gift_note',
  },
  {
    up: migration_20261127_121800_review_author_gone.up,
    down: migration_20261127_121800_review_author_gone.down,
    name: '20261127_121800_review_author_gone',
  },
  {
    up: migration_20261127_175331_completes_the_look.up,
    down: migration_20261127_175331_completes_the_look.down,
    name: '20261127_175331_completes_the_look',
  },
  {
    up: migration_20261127_180000_account_sessions.up,
    down: migration_20261127_180000_account_sessions.down,
    name: '20261127_180000_account_sessions',
  },
  {
    up: migration_20261127_180500_faults.up,
    down: migration_20261127_180500_faults.down,
    name: '20261127_180500_faults',
  },
  {
    up: migration_20261127_181500_second_factors.up,
    down: migration_20261127_181500_second_factors.down,
    name: '20261127_181500_second_factors',
  },
  {
    up: migration_20261127_183000_google_states.up,
    down: migration_20261127_183000_google_states.down,
    name: '20261127_183000_google_states',
  },
  {
    up: migration_20261127_183819_handling_days.up,
    down: migration_20261127_183819_handling_days.down,
    name: '20261127_183819_handling_days',
  },
  {
    up: migration_20261127_190415_mail_suppressions.up,
    down: migration_20261127_190415_mail_suppressions.down,
    name: '20261127_190415_mail_suppressions',
  },
  {
    up: migration_20261127_190823_journal.up,
    down: migration_20261127_190823_journal.down,
    name: '20261127_190823_journal',
  },
  {
    up: migration_20261128_020500_erasure_keys.up,
    down: migration_20261128_020500_erasure_keys.down,
    name: '20261128_020500_erasure_keys',
  },
  {
    up: migration_20261128_081500_old_invoices.up,
    down: migration_20261128_081500_old_invoices.down,
    name: '20261128_081500_old_invoices',
  },
  {
    up: migration_20261128_083000_sizes_of_feet.up,
    down: migration_20261128_083000_sizes_of_feet.down,
    name: '20261128_083000_sizes_of_feet',
  },
  {
    up: migration_20261128_084500_passkeys.up,
    down: migration_20261128_084500_passkeys.down,
    name: '20261128_084500_passkeys',
  },
  {
    up: migration_20261128_091000_staff_second_factor.up,
    down: migration_20261128_091000_staff_second_factor.down,
    name: '20261128_091000_staff_second_factor',
  },
  {
    up: migration_20261128_091100_staff_steps.up,
    down: migration_20261128_091100_staff_steps.down,
    name: '20261128_091100_staff_steps',
  },
  {
    up: migration_20261128_092000_staff_google.up,
    down: migration_20261128_092000_staff_google.down,
    name: '20261128_092000_staff_google',
  },
  {
    up: migration_20261128_093000_alerts_of_address.up,
    down: migration_20261128_093000_alerts_of_address.down,
    name: '20261128_093000_alerts_of_address',
  },
  {
    up: migration_20261128_122000_held_for_waiting.up,
    down: migration_20261128_122000_held_for_waiting.down,
    name: '20261128_122000_held_for_waiting',
  },
  {
    up: migration_20261128_122100_held_for_waiting_guards.up,
    down: migration_20261128_122100_held_for_waiting_guards.down,
    name: '20261128_122100_held_for_waiting_guards',
  },
  {
    up: migration_20261128_161000_measuring_mails.up,
    down: migration_20261128_161000_measuring_mails.down,
    name: '20261128_161000_measuring_mails',
  },
  {
    up: migration_20261128_161720_launches.up,
    down: migration_20261128_161720_launches.down,
    name: '20261128_161720_launches',
  },
  {
    up: migration_20261128_161721_launch_guards.up,
    down: migration_20261128_161721_launch_guards.down,
    name: '20261128_161721_launch_guards',
  },
  {
    up: migration_20261128_170150_product_video.up,
    down: migration_20261128_170150_product_video.down,
    name: '20261128_170150_product_video',
  },
  {
    up: migration_20261128_190647_product_turn.up,
    down: migration_20261128_190647_product_turn.down,
    name: '20261128_190647_product_turn',
  },
  {
    up: migration_20261128_190817_care_products.up,
    down: migration_20261128_190817_care_products.down,
    name: '20261128_190817_care_products',
  },
  {
    up: migration_20261128_190818_one_size.up,
    down: migration_20261128_190818_one_size.down,
    name: '20261128_190818_one_size',
  },
  {
    up: migration_20261129_072024_draws.up,
    down: migration_20261129_072024_draws.down,
    name: '20261129_072024_draws',
  },
  {
    up: migration_20261129_072025_draw_guards.up,
    down: migration_20261129_072025_draw_guards.down,
    name: '20261129_072025_draw_guards',
  },
  {
    up: migration_20261129_113500_draw_moments.up,
    down: migration_20261129_113500_draw_moments.down,
    name: '20261129_113500_draw_moments',
  },
  {
    up: migration_20261129_120000_mail_indexes.up,
    down: migration_20261129_120000_mail_indexes.down,
    name: '20261129_120000_mail_indexes',
  },
  {
    up: migration_20261129_130000_database_sizes.up,
    down: migration_20261129_130000_database_sizes.down,
    name: '20261129_130000_database_sizes',
  },
  {
    up: migration_20261129_205000_staff_session_devices.up,
    down: migration_20261129_205000_staff_session_devices.down,
    name: '20261129_205000_staff_session_devices',
  },
  {
    up: migration_20261129_212500_warnings.up,
    down: migration_20261129_212500_warnings.down,
    name: '20261129_212500_warnings',
  },
  {
    up: migration_20261129_213000_size_systems.up,
    down: migration_20261129_213000_size_systems.down,
    name: '20261129_213000_size_systems',
  },
  {
    up: migration_20261130_004500_ended_staff_sessions.up,
    down: migration_20261130_004500_ended_staff_sessions.down,
    name: '20261130_004500_ended_staff_sessions',
  },
  {
    up: migration_20261130_005500_parent_keys.up,
    down: migration_20261130_005500_parent_keys.down,
    name: '20261130_005500_parent_keys',
  },
  {
    up: migration_20261130_051000_typed_words.up,
    down: migration_20261130_051000_typed_words.down,
    name: '20261130_051000_typed_words',
  },
];
