from django.db import migrations

# Names of our own for unit groups of ISCO-08 (ILO). Which are short of people in the region is a
# proposal to edit, from three public summaries of what UWV published in the time of the pilot.
ISCO = "ISCO-08"
# Hard to fill in Limburg in 2016 already (ICT, technique), and in August 2017 also these.
LIMBURG = f"{ISCO}; knelpunt: UWV Limburg, augustus 2017 (wijlimburg.nl)"
# Technique in building and industry, at every level of education.
TECHNIQUE = f"{ISCO}; knelpunt: UWV Limburg, januari 2018, technische beroepen (wijlimburg.nl)"
# Nurses: the whole country.
COUNTRY = f"{ISCO}; knelpunt: UWV landelijk, oktober 2017 (nu.nl)"

OCCUPATIONS = {
    "agriculture": [
        ("6113", "hovenier", LIMBURG),
        ("6113", "medewerker boomkwekerij", ISCO),
        ("6121", "medewerker veehouderij", ISCO),
        ("6130", "landbouwer, gemengd bedrijf", ISCO),
        ("9211", "oogstmedewerker", ISCO),
        ("9214", "medewerker groenvoorziening", ISCO),
    ],
    "industry": [
        ("7212", "lasser", TECHNIQUE),
        ("7213", "plaatwerker", TECHNIQUE),
        ("7223", "cnc-verspaner", TECHNIQUE),
        ("7511", "slager", ISCO),
        ("7512", "bakker", ISCO),
        ("7522", "meubelmaker", ISCO),
        ("7531", "kleermaker", ISCO),
        ("7534", "stoffeerder", ISCO),
        ("7536", "schoenmaker", ISCO),
        ("8131", "procesoperator chemie", TECHNIQUE),
        ("8142", "operator kunststof", TECHNIQUE),
        ("8153", "naaister of naaier", ISCO),
        ("8160", "operator levensmiddelen", TECHNIQUE),
        ("8183", "operator verpakking", ISCO),
        ("8211", "monteur assemblage", TECHNIQUE),
        ("9321", "inpakker", ISCO),
        ("9329", "productiemedewerker", ISCO),
    ],
    "building": [
        ("7112", "metselaar", TECHNIQUE),
        ("7115", "timmerman", TECHNIQUE),
        ("7121", "dakdekker", TECHNIQUE),
        ("7122", "tegelzetter", TECHNIQUE),
        ("7123", "stukadoor", TECHNIQUE),
        ("7126", "loodgieter", TECHNIQUE),
        ("7127", "monteur koeling en klimaat", TECHNIQUE),
        ("7131", "schilder", ISCO),
        ("7411", "elektricien", TECHNIQUE),
        ("8342", "machinist grondverzet", TECHNIQUE),
        ("9312", "medewerker wegenbouw", ISCO),
        ("9313", "bouwhulp", TECHNIQUE),
    ],
    "technology": [
        ("2142", "civiel ingenieur", TECHNIQUE),
        ("2144", "werktuigbouwkundig ingenieur", TECHNIQUE),
        ("2151", "elektrotechnisch ingenieur", TECHNIQUE),
        ("2161", "architect", ISCO),
        ("3112", "bouwkundig tekenaar of werkvoorbereider", TECHNIQUE),
        ("3113", "technicus elektrotechniek", TECHNIQUE),
        ("3115", "technicus werktuigbouw", TECHNIQUE),
        ("3111", "laborant", ISCO),
        ("7231", "automonteur", TECHNIQUE),
        ("7233", "onderhoudsmonteur machines", TECHNIQUE),
        ("7234", "fietsenmaker", ISCO),
        ("7412", "monteur elektrische installaties", TECHNIQUE),
        ("7421", "monteur elektronica", TECHNIQUE),
    ],
    "transport": [
        ("4321", "magazijnmedewerker", ISCO),
        ("4323", "transportplanner", ISCO),
        ("8322", "taxichauffeur", ISCO),
        ("8322", "bestelwagenchauffeur", ISCO),
        ("8331", "buschauffeur", ISCO),
        ("8332", "vrachtwagenchauffeur", LIMBURG),
        ("8344", "heftruckchauffeur", ISCO),
        ("9333", "lader en losser", ISCO),
        ("9621", "fietskoerier", ISCO),
    ],
    "retail": [
        ("5221", "winkelier", ISCO),
        ("5223", "verkoper", ISCO),
        ("5230", "kassamedewerker", ISCO),
        ("5211", "marktkoopman", ISCO),
        ("9334", "vakkenvuller", ISCO),
        ("3322", "vertegenwoordiger", ISCO),
    ],
    "hospitality": [
        ("1412", "restauranthouder", ISCO),
        ("4224", "receptionist hotel", ISCO),
        ("5120", "kok", LIMBURG),
        ("5131", "medewerker bediening", LIMBURG),
        ("5132", "barmedewerker", LIMBURG),
        ("9411", "medewerker fastfood", LIMBURG),
        ("9412", "keukenhulp", LIMBURG),
    ],
    "cleaning": [
        ("5151", "leidinggevende schoonmaak", LIMBURG),
        ("5153", "conciërge of huismeester", ISCO),
        ("5414", "beveiliger", ISCO),
        ("8157", "medewerker wasserij", ISCO),
        ("9111", "huishoudelijke hulp", ISCO),
        ("9112", "schoonmaker", LIMBURG),
        ("9123", "glazenwasser", LIMBURG),
        ("9611", "afvalinzamelaar", ISCO),
    ],
    "care": [
        ("2211", "huisarts", ISCO),
        ("2221", "verpleegkundige", COUNTRY),
        ("2261", "tandarts", ISCO),
        ("2262", "apotheker", ISCO),
        ("2264", "fysiotherapeut", ISCO),
        ("2635", "maatschappelijk werker", ISCO),
        ("3213", "apothekersassistent", ISCO),
        ("3251", "tandartsassistent", ISCO),
        ("3256", "doktersassistent", ISCO),
        ("3412", "sociaal-cultureel werker", ISCO),
        ("5321", "verzorgende of zorghulp", ISCO),
        ("5322", "thuishulp", ISCO),
    ],
    "education": [
        ("2330", "leraar voortgezet onderwijs", ISCO),
        ("2341", "leraar basisonderwijs", ISCO),
        ("2353", "taaldocent", ISCO),
        ("5311", "medewerker kinderopvang", ISCO),
        ("5312", "onderwijsassistent", ISCO),
    ],
    "office": [
        ("2411", "accountant", ISCO),
        ("2611", "jurist", ISCO),
        ("2643", "tolk of vertaler", ISCO),
        ("3313", "boekhouder", ISCO),
        ("4110", "administratief medewerker", ISCO),
        ("4222", "medewerker klantcontact", ISCO),
        ("4226", "receptionist", ISCO),
    ],
    "ict": [
        ("2512", "softwareontwikkelaar", LIMBURG),
        ("2513", "webontwikkelaar", LIMBURG),
        ("2522", "systeembeheerder", LIMBURG),
        ("3512", "medewerker ict-helpdesk", LIMBURG),
        ("7422", "monteur telecom", LIMBURG),
    ],
    "culture": [
        ("2166", "grafisch vormgever", ISCO),
        ("2642", "journalist", ISCO),
        ("2652", "musicus", ISCO),
        ("3422", "sportinstructeur", ISCO),
        ("3431", "fotograaf", ISCO),
        ("5141", "kapper", ISCO),
        ("5142", "schoonheidsspecialist", ISCO),
    ],
}


def add_standard(apps, schema_editor):
    occupation = apps.get_model("participants", "Occupation")
    occupation.objects.bulk_create(
        occupation(code=code, name=name, sector=sector, shortage=source != ISCO, source=source)
        for sector, rows in OCCUPATIONS.items()
        for code, name, source in rows
    )


def remove_standard(apps, schema_editor):
    apps.get_model("participants", "Occupation").objects.filter(pilot=None).delete()


class Migration(migrations.Migration):
    dependencies = [("participants", "0010_mediation")]

    operations = [migrations.RunPython(add_standard, remove_standard)]
