-- Reports on how long answers take begin with what was routed in some months.
create index referral_history_routed on referral_history (happened_at) where happened = 'routed';
