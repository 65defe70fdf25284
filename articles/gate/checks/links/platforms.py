"""Hosts whose names are given away by platforms: of tunnels, of workspaces, and of sites before they have a name of their own."""

import re


def _under(*domains: str) -> str:
    return "|".join(map(re.escape, domains))


# Gone when somebody shuts a laptop or the day is over.
_TUNNELS = _under(
    "ngrok.io", "ngrok-free.app", "ngrok-free.dev", "ngrok.app", "ngrok.dev", "trycloudflare.com", "loca.lt",
    "localtunnel.me", "localhost.run", "lhr.life", "serveo.net", "pagekite.me", "bore.pub", "telebit.io", "tunnelmole.net",
    "pinggy.link", "pinggy.io", "zrok.io", "devtunnels.ms", "beeceptor.com", "ts.net", "expose.dev", "sharedwithexpose.com",
)  # fmt: skip
# Of one developer's own machine, or of a machine lent by the hour.
_WORKSPACES = _under(
    "gitpod.io", "csb.app", "webcontainer.io", "webcontainer-api.io", "stackblitz.io", "codesandbox.io", "id.repl.co",
    "replit.dev", "app.github.dev", "githubpreview.dev", "ddev.site", "lndo.site", "lando.site", "docksal.site",
    "nip.io", "sslip.io", "xip.io", "lvh.me", "vcap.me", "localtest.me", "cloudshell.dev", "goorm.io", "idx.dev",
    "cloudworkstations.dev", "usercontent.goog", "lovableproject.com",
)  # fmt: skip
# What a web host calls a site until its own name leads there, and copies of it.
_UNNAMED = _under(
    "wpengine.com", "wpenginepowered.com", "kinsta.cloud", "kinsta.page", "flywheelsites.com", "flywheelstaging.com",
    "cloudwaysapps.com", "cloudwayscdn.com", "pantheonsite.io", "pantheon.io", "wpcomstaging.com", "jurassic.ninja",
    "instawp.xyz", "instawp.co", "instawp.link", "instawp.site", "tastewp.com", "wpsandbox.pro", "wpsandbox.net",
    "mystagingwebsite.com", "wpstage.net", "wpstagecoach.com", "wpmudev.host", "tempurl.host", "wpdns.site", "pressdns.com",
    "pressable.com", "closte.com", "servebolt.cloud", "convesio.cloud", "rapydapps.cloud", "rocketcdn.cloud", "onrocket.site",
    "myraidbox.de", "nxcli.net", "nxcli.io", "sg-host.com", "siteground.net", "siteground.biz", "temp.domains",
    "mybluehost.me", "hostingersite.com", "hostinger-site.com", "myftpupload.com", "dreamhosters.com", "stackstaging.com",
    "gridserver.com", "stackcp.net", "tempwebhost.net", "preview-domain.com", "previewdomain.com", "000webhostapp.com",
    "preview-kinsta.com", "hypernode.io", "magentosite.cloud", "platformsh.site", "platform.sh", "upsun.app",
    "acquia-sites.com", "acsitefactory.com", "umbraco.io", "sitecorecloud.io", "shopifypreview.com",
    "netlify.live", "vercel.live", "onstaging.com", "staging-url.com", "wixstudio.com", "wixstudio.io", "editorx.io",
    "dev.cc", "cpanel.site", "plesk.page",
)  # fmt: skip
FLEETING = re.compile(
    rf"(?!www\.|my\.|docs\.|support\.|blog\.|status\.|help\.|app\.).+\.(?:{_TUNNELS}|{_WORKSPACES}|{_UNNAMED})"
)
# An app there may be public under its plain name; a build of one branch or change has more before it.
APP = re.compile(
    r"(?P<name>[\w-]+)\.(?:[\w-]+\.)*(?:s3[\w.-]*\.amazonaws\.com|s3-website[\w.-]*\.amazonaws\.com|"
    + _under(
        "netlify.app", "vercel.app", "now.sh", "herokuapp.com", "pages.dev", "workers.dev", "onrender.com", "fly.dev",
        "web.app", "firebaseapp.com", "hosted.app", "surge.sh", "amplifyapp.com", "azurewebsites.net", "azurestaticapps.net",
        "azurefd.net", "azureedge.net", "web.core.windows.net", "railway.app", "replit.app", "repl.co", "run.app", "appspot.com", "elasticbeanstalk.com",
        "awsapprunner.com", "cloudfront.net", "deno.dev", "deno.net", "val.run", "glitch.me", "streamlit.app", "hf.space", "gradio.live",
        "koyeb.app", "northflank.app", "zeabur.app", "ondigitalocean.app", "digitaloceanspaces.com", "scalingo.io", "clever-cloud.com",
        "cleverapps.io", "cyclic.app", "adaptable.app", "begin.app", "pythonanywhere.com", "oraclecloudapps.com", "appdomain.cloud",
        "edgeone.app", "stormkit.dev", "kinsta.app", "sevalla.app", "tiiny.site", "tiiny.co", "static.app", "neocities.org",
        "webflow.io", "framer.website", "framer.app", "framer.ai", "framer.media", "framer.photos", "wixsite.com", "squarespace.com", "myshopify.com",
        "godaddysites.com", "weebly.com", "weeblysite.com", "square.site", "strikingly.com", "mystrikingly.com", "jimdosite.com", "jimdofree.com",
        "carrd.co", "typedream.app", "softr.app", "bubbleapps.io", "glide.page", "super.site", "potion.so", "notaku.site",
        "dorik.io", "site123.me", "yolasite.com", "ucraft.site", "zyrosite.com", "builderallwppro.com", "durablesites.com", "mixo.io", "unicornplatform.page",
        "webador.co.uk", "webnode.page", "moonfruit.com", "multiscreensite.com", "bigcartel.com", "mybigcommerce.com", "ecwid.com", "company.site",
        "ghost.io", "hs-sites.com", "hs-sites-eu1.com", "hubspotpagebuilder.com", "hubspotpagebuilder.eu", "prismic.io", "storyblok.com", "webstudio.is", "wstd.io", "plasmic.site",
        "builder.io", "lovable.app", "bolt.host", "v0.app", "base44.app", "durable.co", "manus.space", "readymag.com", "myportfolio.com",
    )
    + r")"
)  # fmt: skip
