-- a delivery that was given up and arrives after all takes back the outcome that the referrer was told
grant update (outcome) on feedback to ${serviceRole};
